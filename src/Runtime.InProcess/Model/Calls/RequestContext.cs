using Orleans.InProcess;

namespace Orleans.Runtime;

/// <summary>
/// Values that travel with the calls made from here on, to the called grains and those they call. The caller sets them: no proof of
/// anything.
/// </summary>
public static class RequestContext
{
    private const string ReentrancyKey = "#CCR";

    private static readonly AsyncLocal<Dictionary<string, object>?> Current = new();

    public static IEnumerable<string> Keys => Current.Value?.Keys ?? Enumerable.Empty<string>();

    public static IEnumerable<KeyValuePair<string, object>> Entries => Current.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    /// <summary>The call chain that may call back into the grains it passed; empty when none was allowed.</summary>
    public static Guid ReentrancyId
    {
        get => ReentrancyIdOf(Current.Value);
        set
        {
            if (value == Guid.Empty)
            {
                Remove(ReentrancyKey);
            }
            else
            {
                Set(ReentrancyKey, value);
            }
        }
    }

    /// <summary>All values as one, never changed in place: what a call carries.</summary>
    internal static Dictionary<string, object>? Values
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    /// <summary>Until disposed, calls made from here may call back into this grain while it waits for them.</summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var outer = ReentrancyId;
        return new ReentrancySection(outer, outer == Guid.Empty ? Guid.NewGuid() : outer);
    }

    /// <summary>Until disposed, calls made from here belong to no call chain.</summary>
    public static ReentrancySection SuppressCallChainReentrancy() => new(ReentrancyId, Guid.Empty);

    public static object? Get(string key) => Current.Value?.GetValueOrDefault(key);

    public static void Set(string key, object value) =>
        Current.Value = new Dictionary<string, object>(Current.Value ?? []) { [key] = value };

    /// <summary>False when there was no such value.</summary>
    public static bool Remove(string key)
    {
        if (Current.Value?.ContainsKey(key) is not true)
        {
            return false;
        }

        var rest = new Dictionary<string, object>(Current.Value);
        rest.Remove(key);
        Current.Value = rest.Count == 0 ? null : rest;
        return true;
    }

    public static void Clear() => Current.Value = null;

    internal static Guid ReentrancyIdOf(Dictionary<string, object>? values) =>
        values is not null && values.TryGetValue(ReentrancyKey, out var id) ? (Guid)id : Guid.Empty;

    /// <summary>The stretch of code in which a call chain is allowed or suppressed.</summary>
    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid _outer;
        private readonly Guid _inner;

        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId)
        {
            _outer = originalReentrancyId;
            _inner = newReentrancyId;
            ReentrancyId = newReentrancyId;
            RuntimeContext.Current?.EnterReentrantSection(newReentrancyId);
        }

        public void Dispose()
        {
            RuntimeContext.Current?.LeaveReentrantSection(_inner);
            ReentrancyId = _outer;
        }
    }
}
