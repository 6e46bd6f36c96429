namespace XSight.Storage;

/// <summary>A delivery set aside, why and when; the body is empty in lists.</summary>
public sealed record DeadLetter(InboxItem Item, string Error, DateTimeOffset BuriedAt);
