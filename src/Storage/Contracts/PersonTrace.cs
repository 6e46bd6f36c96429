namespace XSight.Storage;

/// <summary>By what a person can be recognised in a delivery: the number, and the name and addresses as they are held now.</summary>
public sealed record PersonTrace(long CustomerId, string? Name, string? Email, string? Phone, IReadOnlyList<long> OrderIds);
