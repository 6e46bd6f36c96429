using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>What the host logs: failures nobody waits for. Failed calls are their callers' to log.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Grain} could not be activated")]
    internal static partial void ActivationFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(2, LogLevel.Error, "OnDeactivateAsync of {Grain} failed")]
    internal static partial void DeactivationFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(3, LogLevel.Error, "Disposing of {Grain} failed")]
    internal static partial void DisposeFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(4, LogLevel.Warning, "A timer of {Grain} failed")]
    internal static partial void TimerFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(5, LogLevel.Warning, "Reminder {Name} of {Grain} failed")]
    internal static partial void ReminderFailed(ILogger logger, Exception exception, GrainId grain, string name);

    [LoggerMessage(6, LogLevel.Warning, "Stream {Stream}: an item was given up after {Attempts} attempts for subscription {Subscription}")]
    internal static partial void ItemGivenUp(ILogger logger, Exception exception, StreamId stream, int attempts, Guid subscription);

    [LoggerMessage(7, LogLevel.Warning, "Stream {Stream}: the queue of subscription {Subscription} is full, its oldest item was dropped")]
    internal static partial void ItemDropped(ILogger logger, StreamId stream, Guid subscription);

    [LoggerMessage(8, LogLevel.Warning, "Stream {Stream}: {Grain} has no observer for subscription {Subscription}, an item was dropped")]
    internal static partial void NoObserver(ILogger logger, StreamId stream, GrainId grain, Guid subscription);

    [LoggerMessage(9, LogLevel.Error, "An observer of stream {Stream} failed while it was told of a failure")]
    internal static partial void OnErrorFailed(ILogger logger, Exception exception, StreamId stream);
}
