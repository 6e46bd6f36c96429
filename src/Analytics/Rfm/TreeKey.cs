namespace XSight.Analytics.Rfm;

/// <summary>An entry's place in the order: by value, then by the row that holds it.</summary>
internal readonly record struct TreeKey(long Value, int Row)
{
    public bool IsBefore(long value, int row) => Value < value || (Value == value && Row < row);
}
