using System.Collections.Concurrent;
using XSight.Storage;

namespace XSight.Api.Webhooks;

/// <summary>Which tenant has a shop. Remembers shops that were found, for a while: a burst of webhooks must not ask the database each time.</summary>
internal sealed class ShopDirectory(IDatabase database, TimeProvider time)
{
    public const int RememberedMax = 100_000;
    private static readonly TimeSpan RememberFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ShopDomain, (TenantId Tenant, long At)> _found = new();

    public async ValueTask<TenantId?> FindAsync(ShopDomain shop, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(shop, out var known) && time.GetElapsedTime(known.At) < RememberFor)
        {
            return known.Tenant;
        }

        if (await database.Tenants.FindByShopAsync(shop, cancellationToken) is not { } tenant)
        {
            _found.TryRemove(shop, out _);
            return null;
        }

        if (_found.Count >= RememberedMax)
        {
            _found.Clear();
        }

        _found[shop] = (tenant, time.GetTimestamp());
        return tenant;
    }
}
