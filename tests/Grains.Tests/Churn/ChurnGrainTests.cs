using XSight.ShopifySimulator;

namespace XSight.Grains.Tests.Churn;

/// <summary>From a synced store to its forecast: real grains over a real SQLite file.</summary>
public sealed class ChurnGrainTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SmallStore.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_store_has_its_forecast_after_the_first_sync_and_keeps_it_over_a_crash()
    {
        TenantId tenant;
        ForecastModel fitted;
        await using (var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath))
        {
            tenant = await silo.ConnectAsync(TestSilo.Shop);
            TenantScope.Enter(tenant);
            Assert.Null(await silo.Churn(tenant).GetReport());
            await silo.SyncAsync(tenant, SyncKind.Full);
            TenantScope.Enter(tenant);

            var report = await Eventually.Async(() => silo.Churn(tenant).GetReport());

            fitted = report.Model;
            Assert.Equal((await silo.Insights(tenant).GetRfm()).Eligible, report.Eligible);
            Assert.Equal(report.Eligible, fitted.Customers);
            Assert.Equal(report.Eligible, report.Levels.Sum(l => l.Customers));
            Assert.Equal(GateReason.None, fitted.Gate);
            await AssertRowsAgreeAsync(silo.Churn(tenant), report);
            await silo.CrashAsync();
        }

        await using var successor = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        TenantScope.Enter(tenant);
        var again = await Eventually.Async(() => successor.Churn(tenant).GetReport());
        Assert.Equal((fitted.FittedAt, fitted.LogLikelihood), (again.Model.FittedAt, again.Model.LogLikelihood));
        Assert.Equal(fitted.Holdout!.Said.Deciles, again.Model.Holdout!.Said.Deciles);
    }

    [Fact]
    public async Task Another_horizon_is_fitted_and_an_impossible_one_refused()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        await silo.SyncAsync(tenant, SyncKind.Full);
        TenantScope.Enter(tenant);
        var quarter = await Eventually.Async(() => silo.Churn(tenant).GetReport());

        await silo.Churn(tenant).SetHorizon(30);

        var month = await Eventually.Async(async () => await silo.Churn(tenant).GetReport() is { HorizonDays: 30 } report ? report : null);
        Assert.Equal(30, month.Model.Holdout!.Days);
        Assert.True(month.ExpectedSpendMinor < quarter.ExpectedSpendMinor);
        await Assert.ThrowsAnyAsync<ArgumentOutOfRangeException>(() => silo.Churn(tenant).SetHorizon(IChurnGrain.HorizonDaysMax + 1));
    }

    private static async Task AssertRowsAgreeAsync(IChurnGrain churn, ChurnReport report)
    {
        var list = (await churn.GetWorkList(new ChurnQuery { Limit = 20 }))!;
        Assert.Equal((report.Eligible, report.RevenueAtRiskMinor), (list.Total, list.RevenueAtRiskMinor));
        var rows = await churn.GetRows([.. list.Rows.Select(r => r.CustomerId), -1]);
        Assert.Null(rows[^1]);
        foreach (var (listed, alone) in list.Rows.Zip(rows))
        {
            var outlook = (await churn.GetOutlook(listed.CustomerId))!;
            Assert.Equal(alone, outlook.Row);
            Assert.Equal(outlook.Row.Risk, outlook.History[^1].Risk);
            Assert.Equal(listed.Risk, outlook.Row.Risk, 1e-5);
        }

        Assert.Null(await churn.GetOutlook(-1));
    }
}
