namespace XSight.Storage;

/// <summary>A customer's newest fact of a batch.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Fact">The newest.</param>
/// <param name="Tagged">The newest that tells tags; null without one.</param>
/// <param name="Consenting">The newest that tells the consent; null without one.</param>
/// <param name="ArrivedAtMs">When it came.</param>
internal readonly record struct StagedCustomer(
    TenantId Tenant, CustomerFact Fact, CustomerFact? Tagged, CustomerFact? Consenting, long ArrivedAtMs);
