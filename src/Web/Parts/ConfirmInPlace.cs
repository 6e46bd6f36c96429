namespace XSight.Web.Parts;

/// <summary>A button that asks once more where it stands, and posts to a handler of its page.</summary>
public sealed record ConfirmInPlace(string Action, string Question, string Yes, string No, string Handler, IReadOnlyDictionary<string, string> Fields);
