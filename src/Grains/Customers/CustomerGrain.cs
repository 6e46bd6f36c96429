using System.Collections.Immutable;
using Orleans.Placement;
using XSight.Grains.Syncing;
using XSight.Storage;

namespace XSight.Grains.Customers;

/// <summary>
/// A customer's turns: every fact about the customer passes here one after the other, is committed together with the metrics derived
/// from it, and is passed on to the population. What is shown is read from the database, which a sync may have changed meanwhile.
/// </summary>
/// <remarks>Local to its caller, the tenant's consumer of webhooks as a rule: the turns of a tenant then share commits instead of waiting for one another's.</remarks>
[GrainType("customer")]
[PreferLocalPlacement]
public sealed class CustomerGrain(IDatabase database, TimeProvider time) : Grain, ICustomerGrain
{
    private const int DeriveAttemptsMax = 5;

    private CustomerKey _key;
    private OrderClassifier? _classifier;

    private IInsightsGrain Insights => GrainFactory.GetGrain<IInsightsGrain>(_key.Tenant.Value);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = CustomerKey.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public async Task<CustomerProfile?> GetProfile(CancellationToken cancellationToken = default)
    {
        var freshTo = time.GetUtcNow();
        var facts = await database.Facts.ReadCustomerAsync(_key.Tenant, _key.CustomerId, cancellationToken);
        if (facts is null || facts.Customer.Deleted || await Tenant().Get() is not { } tenant)
        {
            return null;
        }

        var metrics = OrderClassifier.Derive(facts.Orders);
        return new CustomerProfile
        {
            Customer = facts.Customer,
            Metrics = metrics,
            Standing = metrics.Eligible ? await Insights.GetStanding(_key.CustomerId) : null,
            Orders = [.. facts.Orders.Select(o => o.Fact)],
            Currency = tenant.Currency,
            TimeZone = tenant.TimeZone,
            FreshTo = freshTo,
        };
    }

    public async Task Apply(CustomerFact? customer, ImmutableArray<OrderFact> orders, ImmutableArray<long> inboxSeqs, CancellationToken cancellationToken = default)
    {
        RequireOwn(customer, orders);
        var classifier = _classifier ??= new OrderClassifier((await Tenant().Get())?.TimeZone ?? throw new InvalidOperationException($"There is no tenant {_key.Tenant}."));
        var rows = orders.Select(classifier.Classify).ToList();
        var change = await database.Facts.ApplyAsync(_key.Tenant, _key.CustomerId, customer, rows, inboxSeqs, OrderClassifier.Derive, cancellationToken);
        if (change is not null)
        {
            await Insights.Apply(change);
        }
    }

    public async Task Derive(CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; attempt < DeriveAttemptsMax; attempt++)
        {
            if (await database.Facts.ReadCustomerAsync(_key.Tenant, _key.CustomerId, cancellationToken) is not { } facts)
            {
                return;
            }

            var derived = new DerivedMetrics(_key.CustomerId, facts.FactsVersion, OrderClassifier.Derive(facts.Orders));
            if (await database.Facts.WriteMetricsAsync(_key.Tenant, [derived], cancellationToken) is [var change])
            {
                await Insights.Apply(change);
                return;
            }
        }
    }

    private ITenantGrain Tenant() => GrainFactory.GetGrain<ITenantGrain>(_key.Tenant.Value);

    private void RequireOwn(CustomerFact? customer, ImmutableArray<OrderFact> orders)
    {
        if ((customer is not null && customer.CustomerId != _key.CustomerId) || orders.Any(o => o.CustomerId != _key.CustomerId))
        {
            throw new ArgumentException($"A fact of another customer reached {_key}.");
        }
    }
}
