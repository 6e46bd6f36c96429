using System.Runtime.CompilerServices;

namespace XSight.Storage;

internal sealed class GroupStore(StoreEngine engine) : IGroupStore
{
    /// <summary>Rows of one read while the whole population is read.</summary>
    private const int PageRows = 20_000;

    private const string Page = """
        SELECT g.customer_id, g.group_name, g.previous_group, g.since FROM customer_groups g
        WHERE g.tenant = @tenant AND g.customer_id > @after ORDER BY g.customer_id LIMIT @limit
        """;

    private const string WriteGroups = """
        INSERT INTO customer_groups (tenant, customer_id, group_name, previous_group, since)
        SELECT tenant, customer_id, group_name, previous_group, since FROM staged_groups WHERE true
        ON CONFLICT (tenant, customer_id) DO UPDATE SET
            group_name = excluded.group_name, previous_group = excluded.previous_group, since = excluded.since
        """;

    private const string AddTransitions = """
        INSERT INTO group_transitions (tenant, week_day, from_group, to_group, customers, revenue_minor)
        SELECT tenant, week_day, from_group, to_group, customers, revenue_minor FROM staged_transitions WHERE true
        ON CONFLICT (tenant, week_day, from_group, to_group) DO UPDATE SET
            customers = group_transitions.customers + excluded.customers,
            revenue_minor = group_transitions.revenue_minor + excluded.revenue_minor
        """;

    private const string Transitions = """
        SELECT g.week_day, g.from_group, g.to_group, g.customers, g.revenue_minor FROM group_transitions g
        WHERE g.tenant = @tenant AND g.week_day >= @from ORDER BY g.week_day DESC, g.from_group, g.to_group
        """;

    private static readonly StagedTable<(TenantId Tenant, CustomerGroup Row)> StagedGroups = new(
        "staged_groups",
        StagedColumn<(TenantId Tenant, CustomerGroup Row)>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<(TenantId Tenant, CustomerGroup Row)>.Number("customer_id", r => r.Row.CustomerId),
        StagedColumn<(TenantId Tenant, CustomerGroup Row)>.Text("group_name", r => r.Row.Group),
        StagedColumn<(TenantId Tenant, CustomerGroup Row)>.Text("previous_group", r => r.Row.Previous),
        StagedColumn<(TenantId Tenant, CustomerGroup Row)>.Number("since", r => r.Row.Since.Ms()));

    private static readonly StagedTable<(TenantId Tenant, GroupTransition Row)> StagedTransitions = new(
        "staged_transitions",
        StagedColumn<(TenantId Tenant, GroupTransition Row)>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<(TenantId Tenant, GroupTransition Row)>.Number("week_day", r => r.Row.WeekDay),
        StagedColumn<(TenantId Tenant, GroupTransition Row)>.Text("from_group", r => r.Row.From),
        StagedColumn<(TenantId Tenant, GroupTransition Row)>.Text("to_group", r => r.Row.To),
        StagedColumn<(TenantId Tenant, GroupTransition Row)>.Number("customers", r => r.Row.Customers),
        StagedColumn<(TenantId Tenant, GroupTransition Row)>.Number("revenue_minor", r => r.Row.RevenueMinor));

    public async IAsyncEnumerable<CustomerGroup> ReadAllAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = long.MinValue;
        List<CustomerGroup> page;
        do
        {
            (string, object?)[] parameters = [("tenant", tenant.Value), ("after", after), ("limit", (long)PageRows)];
            page = await engine.ReadAsync(
                session => session.QueryAsync(
                    Page, parameters, row => new CustomerGroup(row.GetInt64(0), row.GetString(1), row.Text(2), row.Time(3)), cancellationToken),
                cancellationToken);
            foreach (var group in page)
            {
                yield return group;
                after = group.CustomerId;
            }
        }
        while (page.Count == PageRows);
    }

    public Task WriteAsync(
        TenantId tenant, IReadOnlyList<CustomerGroup> changed, IReadOnlyList<GroupTransition> moves, CancellationToken cancellationToken)
    {
        // A statement may meet a key only once: of a customer the last group counts, moves of one kind are added up.
        var groups = changed.GroupBy(g => g.CustomerId).Select(g => (tenant, g.Last())).ToList();
        var transitions = moves
            .GroupBy(m => (m.WeekDay, m.From, m.To))
            .Select(g => (tenant, new GroupTransition(g.Key.WeekDay, g.Key.From, g.Key.To, g.Sum(m => m.Customers), g.Sum(m => m.RevenueMinor))))
            .ToList();
        return engine.WriteInLaneAsync(
            tenant,
            groups.Count + transitions.Count,
            async session =>
            {
                await engine.Dialect.StageAsync(session, StagedGroups, groups, CancellationToken.None);
                await session.ExecuteAsync(WriteGroups, [], CancellationToken.None);
                await engine.Dialect.StageAsync(session, StagedTransitions, transitions, CancellationToken.None);
                return await session.ExecuteAsync(AddTransitions, [], CancellationToken.None);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<GroupTransition>> ReadTransitionsAsync(TenantId tenant, int fromWeekDay, CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => session.QueryAsync(
                Transitions,
                [("tenant", tenant.Value), ("from", (long)fromWeekDay)],
                row => new GroupTransition(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt64(4)),
                cancellationToken),
            cancellationToken);
}
