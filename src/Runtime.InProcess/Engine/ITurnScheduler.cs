namespace Orleans.InProcess;

/// <summary>Decides where and when queues with work get to run it.</summary>
internal interface ITurnScheduler
{
    /// <summary>Turns a queue may take in a row while others wait.</summary>
    int TurnsPerSlice { get; }

    void Schedule(IThreadPoolWorkItem work);
}
