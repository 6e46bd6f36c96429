using System.Data.Common;

namespace XSight.Storage;

internal sealed class ReminderStore(StoreEngine engine) : IReminderStore
{
    private const string Upsert = """
        INSERT INTO reminders (grain_id, name, start_at, period_ms, etag) VALUES (@grain, @name, @start, @period, @etag)
        ON CONFLICT (grain_id, name) DO UPDATE SET start_at = excluded.start_at, period_ms = excluded.period_ms, etag = excluded.etag
        """;

    private const string Delete = "DELETE FROM reminders WHERE grain_id = @grain AND name = @name AND etag = @etag";

    private const string Columns = "r.grain_id, r.name, r.start_at, r.period_ms, r.etag";

    private const string Find = $"SELECT {Columns} FROM reminders r WHERE r.grain_id = @grain AND r.name = @name";

    private const string OfGrain = $"SELECT {Columns} FROM reminders r WHERE r.grain_id = @grain ORDER BY r.name";

    private const string All = $"SELECT {Columns} FROM reminders r ORDER BY r.grain_id, r.name";

    public async Task<string> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        var etag = Etag.New();
        await engine.WriteAsync(
            session => session.ExecuteAsync(
                Upsert,
                [
                    ("grain", reminder.GrainId),
                    ("name", reminder.Name),
                    ("start", reminder.StartAt.Ms()),
                    ("period", (long)reminder.Period.TotalMilliseconds),
                    ("etag", etag),
                ],
                CancellationToken.None),
            cancellationToken);
        return etag;
    }

    public async Task<bool> DeleteAsync(string grainId, string name, string etag, CancellationToken cancellationToken) =>
        await engine.WriteAsync(
            session => session.ExecuteAsync(Delete, [("grain", grainId), ("name", name), ("etag", etag)], CancellationToken.None),
            cancellationToken) == 1;

    public Task<StoredReminder?> FindAsync(string grainId, string name, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(Find, [("grain", grainId), ("name", name)], Read, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<StoredReminder>> ListAsync(string? grainId, CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => grainId is null
                ? session.QueryAsync(All, [], Read, cancellationToken)
                : session.QueryAsync(OfGrain, [("grain", grainId)], Read, cancellationToken),
            cancellationToken);

    private static StoredReminder Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Time(2), TimeSpan.FromMilliseconds(row.GetInt64(3)), row.GetString(4));
}
