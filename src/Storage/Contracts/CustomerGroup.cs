namespace XSight.Storage;

/// <summary>A customer's group, the one before, and since when; names of the tenant's profile.</summary>
public readonly record struct CustomerGroup(long CustomerId, string Group, string? Previous, DateTimeOffset Since);
