namespace XSight.ShopifySimulator;

/// <summary>How webhooks are delivered.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Where to; <c>{topic}</c> stands for the topic. Null: to whoever subscribed.</summary>
    public string? To { get; init; }

    /// <summary>How often each is delivered; 2 means one duplicate.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Delivers in an order drawn by <see cref="Seed"/> instead of the order of events.</summary>
    public bool Shuffle { get; init; }

    public ulong Seed { get; init; }

    /// <summary>Deliveries under way at once.</summary>
    public int Parallel { get; init; } = 1;
}
