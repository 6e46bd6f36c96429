namespace Orleans.InProcess;

/// <summary>Whose turn runs on this thread.</summary>
internal static class RuntimeContext
{
    [ThreadStatic]
    private static TurnQueue? _queue;

    internal static TurnQueue? Queue
    {
        get => _queue;
        set => _queue = value;
    }

    /// <summary>Null in code that is not a grain's: clients, and work a grain moved to the thread pool.</summary>
    internal static Activation? Current => _queue as Activation;
}
