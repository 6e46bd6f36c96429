namespace XSight.ShopifySimulator;

/// <summary>One store of the simulator.</summary>
public sealed record StoreOptions
{
    /// <summary>Such as <c>cdnow-demo.myshopify.com</c>; in lower case.</summary>
    public required string Domain { get; init; }

    /// <value><c>CDNOW</c> by default.</value>
    public string Name { get; init; } = "CDNOW";

    /// <value>The CDNOW history by default.</value>
    public OrderSource Source { get; init; } = new OrderSource.Cdnow();

    /// <value>US dollars by default.</value>
    public Currency Currency { get; init; } = new("USD");

    /// <summary>The shop's IANA time zone; the times of an order log are local times of it.</summary>
    /// <value><c>America/New_York</c> by default.</value>
    public string TimeZone { get; init; } = "America/New_York";

    /// <summary>The day after the last order. Null: today in the shop's time zone, by the simulator's clock.</summary>
    public DateOnly? Anchor { get; init; }

    /// <summary>Leaves the dates of the history as they are.</summary>
    public bool KeepDates { get; init; }

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
