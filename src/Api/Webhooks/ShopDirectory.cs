using System.Collections.Concurrent;
using XSight.Storage;

namespace XSight.Api.Webhooks;

/// <summary>
/// Which tenant has a shop. Remembers connected shops that were found, for a while: a burst of webhooks must not ask the database each
/// time. A shop that removed the app is asked for anew, so that one that comes back is heard at once.
/// </summary>
internal sealed class ShopDirectory(IDatabase database, TimeProvider time)
{
    public const int RememberedMax = 100_000;
    private static readonly TimeSpan RememberFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ShopDomain, (ShopBinding Binding, long At)> _found = new();

    public async ValueTask<ShopBinding?> FindAsync(ShopDomain shop, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(shop, out var known) && time.GetElapsedTime(known.At) < RememberFor)
        {
            return known.Binding;
        }

        var binding = await database.Tenants.FindBindingAsync(shop, cancellationToken);
        if (binding is not { Connected: true })
        {
            _found.TryRemove(shop, out _);
            return binding;
        }

        if (_found.Count >= RememberedMax)
        {
            _found.Clear();
        }

        _found[shop] = (binding, time.GetTimestamp());
        return binding;
    }
}
