namespace Orleans.InProcess;

/// <summary>Turns on the thread pool, in parallel over grains.</summary>
internal sealed class ThreadPoolTurns : ITurnScheduler
{
    public int TurnsPerSlice => 64;

    public void Schedule(IThreadPoolWorkItem work) => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
}
