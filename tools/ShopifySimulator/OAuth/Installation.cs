namespace XSight.ShopifySimulator;

/// <summary>
/// What the store remembers of the app's tokens. Each token pair has a number, the instant of its issue; using a pair retires the refresh
/// tokens of all older ones, as at Shopify since 2026-08-28. Tokens themselves are signed, so that they outlive the simulator.
/// </summary>
internal sealed class Installation(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _usedCodes = [];
    private long _newestIssued;
    private long _newestUsed;
    private long _revokedThrough;

    /// <summary>The number of a new pair: milliseconds of the clock, but never the same twice.</summary>
    public long NextPair()
    {
        lock (_lock)
        {
            return _newestIssued = Math.Max(_newestIssued + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }

    /// <summary>False when the code was used before.</summary>
    public bool TakeCode(string code)
    {
        lock (_lock)
        {
            return _usedCodes.Add(code);
        }
    }

    public bool AcceptAccess(long pair)
    {
        lock (_lock)
        {
            _newestUsed = Math.Max(_newestUsed, pair);
            return pair > _revokedThrough;
        }
    }

    public bool AcceptRefresh(long pair)
    {
        lock (_lock)
        {
            if (pair < _newestUsed || pair <= _revokedThrough)
            {
                return false;
            }

            _newestUsed = pair;
            return true;
        }
    }

    /// <summary>The merchant removed the app: every token issued up to now is void.</summary>
    public void Revoke()
    {
        lock (_lock)
        {
            _revokedThrough = Math.Max(_newestIssued, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }
}
