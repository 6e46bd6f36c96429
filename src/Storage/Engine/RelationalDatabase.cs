namespace XSight.Storage;

/// <summary>The families of statements over one engine.</summary>
internal sealed class RelationalDatabase(StoreEngine engine) : IDatabase
{
    public IFactStore Facts { get; } = new FactStore(engine);

    public ICustomerQueries Customers { get; } = new CustomerQueries(engine);

    public IOrderQueries Orders { get; } = new OrderQueries(engine);

    public ISalesStore Sales { get; } = new SalesStore(engine);

    public ITenantDirectory Tenants { get; } = new TenantDirectory(engine);

    public ISyncRunStore SyncRuns { get; } = new SyncRunStore(engine);

    public IGroupStore Groups { get; } = new GroupStore(engine);

    public IInboxStore Inbox { get; } = new InboxStore(engine);

    public IGrainStateStore GrainStates { get; } = new GrainStateStore(engine);

    public IReminderStore Reminders { get; } = new ReminderStore(engine);

    public Task PingAsync(CancellationToken cancellationToken) =>
        engine.ReadAsync(session => session.FirstAsync("SELECT 1", [], row => row.GetInt32(0), cancellationToken), cancellationToken);

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
