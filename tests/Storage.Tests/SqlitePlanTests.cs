using Microsoft.Data.Sqlite;
using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>Reads that must stay quick at a million customers go by an index in its order: SQLite's plans say so.</summary>
public sealed class SqlitePlanTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xsight-plans-");
    private SqliteConnection _connection = null!;

    public static TheoryData<string> Statements() =>
    [
        MetricsSql.Touched,
        MetricsSql.Customer,
        MetricsSql.OrdersOfCustomer,
        MetricsSql.Changes,
        CustomerListSql.Find,
        CustomerListSql.TotalsOfTenant,
        OrderQueries.ByDay,
        OrderQueries.Recent,
        OrderQueries.Span,
        OrderDeletion.Find,
        SalesSql.Customers,
        SalesSql.Anonymous,
        VersionSql.Count,
        VersionSql.List,
        VersionSql.Find,
        VersionSql.Oldest,
        ReconciliationSql.Count,
        ReconciliationSql.FirstPage,
        ReconciliationSql.NextPage,
        ReconciliationSql.LastComplete,
        ReconciliationSql.LastWhole,
        OrderDetailSql.Order,
        OrderDetailSql.Lines,
        new OrderList(default, new() { FromDay = 1, ToDay = 2 }).RowsSql(begun: true),
        new OrderList(default, new() { CustomerId = 1 }).RowsSql(begun: true),
        CustomerMerge.FindKept,
        CustomerMerge.MoveOrders,
        InboxSql.Due(new SqliteDialect()),
        InboxSql.Retry,
        InboxSql.Bury,
        InboxSql.Dead,
        InboxSql.FindDead,
        InboxSql.Replay,
        InboxSql.Discard,
        PrivacySql.ReplaceDelivery,
        InboxSql.WaitingTenants,
        InboxSql.ForgetSome,
    ];

    public static TheoryData<string> StagedStatements() =>
    [
        MergeSql.KeepGone,
        MergeSql.KeepRedacted,
        MergeSql.Customers,
        MergeSql.Rekeyed,
        OrderMergeSql.Admit,
        OrderMergeSql.SettleNew,
        OrderMergeSql.Settle,
        OrderMergeSql.SettleSales,
        OrderMergeSql.FindSales,
        OrderMergeSql.DropSales,
        OrderMergeSql.Insert,
        OrderMergeSql.Upsert,
        OrderMergeSql.Finish,
        MetricsSql.TouchedTurns,
        MetricsSql.OrdersOfTurns,
        MetricsSql.Write,
        MetricsSql.WriteFirst,
        MetricsSql.Advance,
        InboxCompletion.Complete,
    ];

    public static TheoryData<CustomerSort, bool> Orders() => StorageCompliance.Orders();

    public async ValueTask InitializeAsync()
    {
        var path = Path.Combine(_folder.FullName, "plans.db");
        await (await Database.OpenAsync($"sqlite:{path}", TimeProvider.System, default)).DisposeAsync();
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await _connection.OpenAsync();
        await using var command = _connection.CreateCommand();
        command.CommandText = new SqliteDialect().CreateStagedTables;
        await command.ExecuteNonQueryAsync();
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statement_goes_by_an_index(string sql)
    {
        foreach (var statement in StatementsOf(sql))
        {
            await AssertIndexedAsync(statement);
        }
    }

    /// <summary>A turn that read a whole table once cost the more the more orders there were: the pipeline fell from round to round.</summary>
    [Theory]
    [MemberData(nameof(StagedStatements))]
    public async Task Statement_over_staged_rows_goes_from_them_to_the_tables_by_their_keys(string sql)
    {
        foreach (var statement in StatementsOf(sql))
        {
            Assert.DoesNotContain(await PlanAsync(statement), step => ReadsWholeTable(step) && !ReadsStagedRows(step));
        }
    }

    [Fact]
    public Task Orders_of_touched_customers_are_found_by_index_and_sorted_within_the_page() =>
        AssertIndexedAsync(MetricsSql.OrdersOfTouched, maySort: true);

    [Fact]
    public async Task Depth_and_flow_of_the_inbox_are_read_from_its_partial_indexes()
    {
        Assert.All(
            (await PlanAsync(InboxSql.Measure)).Where(ReadsWholeTable),
            step => Assert.Matches("USING COVERING INDEX webhook_inbox_(due|dead)$", step));
        Assert.All(
            (await PlanAsync(InboxSql.Flow)).Where(ReadsWholeTable),
            step => Assert.Matches("USING (COVERING )?INDEX webhook_inbox_(due|dead)", step));
    }

    [Fact]
    public async Task Pieces_of_a_window_are_cut_from_the_index_of_changes_alone() =>
        Assert.Single(await PlanAsync(VersionSql.Cut), step => step.StartsWith("SEARCH o USING COVERING INDEX orders_by_change", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_page_of_every_order_goes_by_its_index(CustomerSort sort, bool descending)
    {
        var query = new CustomerListQuery { Sort = sort, Descending = descending };
        var list = new CustomerList(TenantId.New(), query, Shop.NoThresholds, new SqliteDialect());

        await AssertIndexedAsync(list.ValuedSql(begun: false));
        await AssertIndexedAsync(list.ValuedSql(begun: true));
        await AssertIndexedAsync(list.UnvaluedSql(begun: false));
        await AssertIndexedAsync(list.UnvaluedSql(begun: true));
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string[] StatementsOf(string sql) => sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task AssertIndexedAsync(string sql, bool maySort = false)
    {
        foreach (var step in await PlanAsync(sql))
        {
            Assert.False(ReadsWholeTable(step) || (!maySort && step == "USE TEMP B-TREE FOR ORDER BY"), $"{step}\n{sql}");
        }
    }

    private async Task<List<string>> PlanAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in sql.Split('@').Skip(1).Select(part => string.Concat(part.TakeWhile(char.IsAsciiLetterOrDigit))).Distinct())
        {
            command.Parameters.AddWithValue(name, 1L);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    /// <summary>Staged tables are called <c>s</c> or stand by their name, what is numbered of their rows is <c>n</c>.</summary>
    private static bool ReadsStagedRows(string step) =>
        step is "SCAN s" or "SCAN n" || step.StartsWith("SCAN staged_", StringComparison.Ordinal) || step.StartsWith("SCAN (subquery", StringComparison.Ordinal);

    /// <summary>What a limited subselect yields, called <c>page</c> in the statements, is no table; neither is <c>jump</c>, the recursion over tenants, nor a parameter's list.</summary>
    private static bool ReadsWholeTable(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal)
        && step is not ("SCAN page" or "SCAN jump" or "SCAN CONSTANT ROW")
        && !step.StartsWith("SCAN json_each", StringComparison.Ordinal);
}
