namespace XSight.Storage;

/// <summary>A paging cursor that this query did not hand out: damaged, or made for another sort or filter.</summary>
public sealed class CursorFormatException(string message) : FormatException(message);
