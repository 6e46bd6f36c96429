namespace XSight.Storage;

/// <summary>By what a person can be recognised in a delivery: the number, and the name and addresses as they are held now.</summary>
public sealed record PersonTrace(long CustomerId, string? Name, string? Email, string? Phone, IReadOnlyList<long> OrderIds)
{
    /// <summary>A shorter word stands in too many texts that have nothing to do with the person.</summary>
    public const int WordLengthMin = 5;

    /// <summary>Name and addresses that are long enough to tell the person from others.</summary>
    public IEnumerable<string> Words => new[] { Name, Email, Phone }.OfType<string>().Where(word => word.Length >= WordLengthMin);

    /// <summary>Nothing is held of the person.</summary>
    public bool IsEmpty => this is { Name: null, Email: null, Phone: null, OrderIds.Count: 0 };
}
