using Microsoft.Extensions.Logging;

namespace XSight.Storage;

/// <summary>What the store says in the log. Neither statements' values nor connection strings: they hold personal data and secrets.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1, LogLevel.Information, "Opened {Database}, schema version {Version}, {Applied} migrations applied.")]
    public static partial void Opened(ILogger log, string database, int version, int applied);

    [LoggerMessage(2, LogLevel.Warning, "A transaction shared by {Operations} writes failed; they run one by one.")]
    public static partial void SharedTransactionFailed(ILogger log, Exception failure, int operations);

    [LoggerMessage(3, LogLevel.Warning, "A rollback failed; the connection is replaced.")]
    public static partial void RollbackFailed(ILogger log, Exception failure);

    [LoggerMessage(4, LogLevel.Warning, "The write-ahead log could not be brought into the database file; it grows until a later attempt succeeds.")]
    public static partial void CheckpointFailed(ILogger log, Exception failure);
}
