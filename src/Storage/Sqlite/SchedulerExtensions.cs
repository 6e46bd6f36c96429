namespace XSight.Storage;

/// <summary>Work on a scheduler of its own, such as <see cref="DedicatedThreads"/>.</summary>
internal static class SchedulerExtensions
{
    public static Task<T> RunAsync<T>(this TaskScheduler scheduler, Func<Task<T>> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
}
