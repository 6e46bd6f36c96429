namespace XSight.Web.Parts;

/// <summary>Something that happened: when, what, and a word more.</summary>
public sealed record TimelineEvent(DateTimeOffset At, string What, string? More = null, string? Group = null);
