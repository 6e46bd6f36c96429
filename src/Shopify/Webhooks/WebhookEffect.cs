using System.Collections.Immutable;

namespace XSight.Shopify;

/// <summary>
/// What a delivery means to us, and all it can mean. Times named <c>At</c> are those of the event as its header told it; null without
/// that header, and then the time of receipt holds.
/// </summary>
public abstract record WebhookEffect
{
    private WebhookEffect()
    {
    }

    /// <summary>An order as it is now, and its customer as the same body has it; no customer for an anonymous order.</summary>
    public sealed record OrderChanged(OrderFact Order, CustomerFact? Customer) : WebhookEffect;

    /// <summary>The store no longer has the order; ids never come back.</summary>
    public sealed record OrderDeleted(long OrderId, DateTimeOffset? At) : WebhookEffect;

    /// <summary>A customer as it is now. Tags are default and consent is null where the body does not carry them.</summary>
    public sealed record CustomerChanged(CustomerFact Customer) : WebhookEffect;

    /// <summary>The store no longer has the customer.</summary>
    public sealed record CustomerDeleted(long CustomerId, DateTimeOffset? At) : WebhookEffect;

    /// <summary>Two customers became one: what belonged to the gone one belongs to the kept one.</summary>
    public sealed record CustomersMerged(long KeptId, long GoneId, DateTimeOffset? At) : WebhookEffect;

    /// <summary>Something about an order changed that the body does not tell as a whole.</summary>
    public sealed record RefetchOrder(long OrderId) : WebhookEffect;

    /// <summary>Something about a customer changed that the body does not tell as a whole.</summary>
    public sealed record RefetchCustomer(long CustomerId) : WebhookEffect;

    /// <summary>A bulk operation came to its end.</summary>
    /// <param name="OperationId">Its gid.</param>
    /// <param name="Status">As <see cref="IShopifyAdmin.GetBulkAsync"/> has it.</param>
    public sealed record BulkFinished(string OperationId, BulkStatus Status) : WebhookEffect;

    /// <summary>The merchant removed the app; its token is dead already. One older than the newest connect says nothing.</summary>
    public sealed record Uninstalled(DateTimeOffset? At) : WebhookEffect;

    /// <summary>The scopes granted from now on.</summary>
    public sealed record ScopesUpdated(ImmutableArray<string> Scopes, DateTimeOffset? At) : WebhookEffect;

    /// <summary>A person wants all that is held of them.</summary>
    /// <param name="CustomerId">Null when the store knows only an address.</param>
    /// <param name="Email">The person's.</param>
    /// <param name="Phone">The person's.</param>
    /// <param name="OrderIds">The orders asked for.</param>
    /// <param name="RequestId">The store's number of the request.</param>
    public sealed record DataRequest(long? CustomerId, string? Email, string? Phone, ImmutableArray<long> OrderIds, long? RequestId) : WebhookEffect;

    /// <summary>A person is to be erased.</summary>
    /// <param name="CustomerId">Null when the store knows only an address.</param>
    /// <param name="Email">The person's.</param>
    /// <param name="Phone">The person's.</param>
    /// <param name="OrderIds">The orders to be made anonymous.</param>
    public sealed record CustomerRedact(long? CustomerId, string? Email, string? Phone, ImmutableArray<long> OrderIds) : WebhookEffect;

    /// <summary>All that is held of a store is to be erased. Which store: the delivery's header says it, the body repeats it.</summary>
    public sealed record ShopRedact(long? ShopId, string? ShopDomain) : WebhookEffect;

    /// <summary>There is nothing to do, and why.</summary>
    public sealed record Nothing(string Reason) : WebhookEffect;
}
