namespace XSight.ShopifySimulator;

/// <summary>The faults that a store has yet to show, oldest first.</summary>
public sealed class Faults
{
    private const int WaitingMax = 1_000;
    private readonly Lock _lock = new();
    private readonly List<Fault> _waiting = [];

    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _waiting];
            }
        }
    }

    /// <exception cref="ArgumentException">The fault makes no sense.</exception>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Times is < 1 or > 1_000_000 || fault.After < 0 || fault.Status is < 100 or > 599 || fault.On is not (null or "graphql" or "oauth" or "file"))
        {
            throw new ArgumentException($"Not a fault that the simulator can show: {fault}.", nameof(fault));
        }

        lock (_lock)
        {
            if (_waiting.Count == WaitingMax)
            {
                throw new ArgumentException($"At most {WaitingMax} faults can wait.", nameof(fault));
            }

            _waiting.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }

    /// <summary>Takes one of the first fault of a kind; null when none waits.</summary>
    internal Fault? Take(FaultKind kind) => Take(fault => fault.Kind == kind);

    /// <summary>Takes one of the first fault that spoils a whole answer.</summary>
    internal Fault? TakeAnswer(string where) => Take(
        fault => fault.Kind is FaultKind.Status or FaultKind.Hang or FaultKind.EmptyBody or FaultKind.Html && (fault.On ?? "graphql") == where,
        afterCounts: true);

    private Fault? Take(Predicate<Fault> wanted, bool afterCounts = false)
    {
        lock (_lock)
        {
            var index = _waiting.FindIndex(wanted);
            if (index < 0)
            {
                return null;
            }

            var fault = _waiting[index];
            if (afterCounts && fault.After > 0)
            {
                _waiting[index] = fault with { After = fault.After - 1 };
                return null;
            }

            if (fault.Times > 1)
            {
                _waiting[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                _waiting.RemoveAt(index);
            }

            return fault;
        }
    }
}
