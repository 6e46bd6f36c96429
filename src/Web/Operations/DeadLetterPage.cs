using XSight.Storage;

namespace XSight.Web.Operations;

/// <summary>A page of dead letters without their bodies, newest first; where the next one begins (null at the end), and how many there are in all.</summary>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Items, long? NextBefore, long Total);
