namespace XSight.Simulation.Tests.Shop;

/// <summary>A customer as the shop has it now.</summary>
internal sealed record ShopCustomer(long Id, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string FirstName)
{
    /// <summary>Deleted, or merged into another.</summary>
    public bool Gone { get; init; }
}
