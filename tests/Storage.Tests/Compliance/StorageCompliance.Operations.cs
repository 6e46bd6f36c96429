using System.Diagnostics;
using System.Diagnostics.Metrics;
using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

/// <summary>What the store tells those who run it.</summary>
public abstract partial class StorageCompliance
{
    private const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task A_delivery_keeps_the_trace_it_was_accepted_in()
    {
        var shop = NewShop();
        var seq = await Database.Inbox.AppendAsync(Delivery(shop, "traced") with { TraceParent = TraceParent }, default);
        await AppendAsync(shop, "untraced", version: 2);

        Assert.Equal([TraceParent, null], (await DueAsync(shop)).Select(item => item.Delivery.TraceParent));

        await Database.Inbox.BuryAsync(shop.Tenant, seq!.Value, "It failed.", default);
        Assert.Equal(TraceParent, (await Database.Inbox.FindDeadAsync(seq.Value, default))!.Item.Delivery.TraceParent);
    }

    [Fact]
    public async Task Flow_counts_what_came_since_and_what_was_done_with_since()
    {
        await Database.PingAsync(default);
        await using var database = await fixture.OpenAsync(await fixture.NewUrlAsync());
        var shop = new Shop(database, TenantId.New());
        var now = fixture.Time.GetUtcNow();
        async Task<long> AppendAtAsync(string id, DateTimeOffset receivedAt) =>
            (await database.Inbox.AppendAsync(Delivery(shop, id) with { ReceivedAt = receivedAt }, default))!.Value;

        var late = await AppendAtAsync("waited long, done now", now.AddHours(-1));
        var quick = await AppendAtAsync("done at once", now);
        var dead = await AppendAtAsync("dead", now);
        await AppendAtAsync("waiting", now);
        await AppendAtAsync("waiting for long", now.AddHours(-1));
        await database.Inbox.CompleteAsync(shop.Tenant, [late, quick], default);
        await database.Inbox.BuryAsync(shop.Tenant, dead, "It failed.", default);

        Assert.Equal(new InboxFlow(Received: 3, Done: 2), await database.Inbox.CountFlowAsync(now.AddMinutes(-1), default));
        Assert.Equal(new InboxFlow(Received: 5, Done: 2), await database.Inbox.CountFlowAsync(now.AddHours(-2), default));
        Assert.Equal(new InboxFlow(0, 0), await database.Inbox.CountFlowAsync(now.AddMinutes(1), default));
    }

    [Fact]
    public async Task A_probe_of_the_inbox_leaves_no_delivery()
    {
        await Database.PingAsync(default);
        await using var database = await fixture.OpenAsync(await fixture.NewUrlAsync());

        await database.Inbox.ProbeAsync(default);
        await database.Inbox.ProbeAsync(default);

        Assert.Equal(new InboxDepth(0, 0, null), await database.Inbox.MeasureAsync(default));
    }

    [Fact]
    public async Task Runs_of_all_tenants_are_listed_that_go_on_or_ended_lately()
    {
        await Database.PingAsync(default);
        await using var database = await fixture.OpenAsync(await fixture.NewUrlAsync());
        var (one, other) = (new Shop(database, TenantId.New()), new Shop(database, TenantId.New()));
        var running = Run(one, 3) with { EndedAt = null };
        var failed = Run(other, 2) with { Phase = SyncPhase.Failed, EndedAt = At(20) };
        var old = Run(one, 1) with { Phase = SyncPhase.Completed, EndedAt = At(10) };
        foreach (var run in (SyncProgress[])[running, failed, old])
        {
            await database.SyncRuns.SaveAsync(run, default);
        }

        Assert.Equal([running, failed], await database.SyncRuns.ListLatelyAsync(At(11), 10, default));
        Assert.Equal([running], await database.SyncRuns.ListLatelyAsync(At(11), 1, default));
    }

    [Fact]
    public async Task A_write_within_a_trace_is_a_span_of_it_and_one_outside_of_any_begins_none()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "XSight.Storage" or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("test");
        var shop = NewShop();
        await AppendAsync(shop, "outside");

        ActivityTraceId trace;
        using (var root = source.StartActivity("root"))
        {
            trace = root!.TraceId;
            await AppendAsync(shop, "inside");
        }

        lock (spans)
        {
            Assert.Equal(["commit", "root"], spans.Where(s => s.TraceId == trace).Select(s => s.OperationName));
        }
    }

    [Fact]
    public async Task Commits_their_rows_and_appends_are_measured()
    {
        var shop = NewShop();
        var seen = new HashSet<string>();
        var rows = 0L;
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => Enable(instrument, l) };
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Saw(instrument.Name));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            Saw(instrument.Name);
            Interlocked.Add(ref rows, instrument.Name == "xsight.commit.rows" ? value : 0);
        });
        listener.Start();

        await AppendAsync(shop, "measured");
        await shop.MergeAsync([Customer(1), Customer(2)], [Order(10, 1)]);

        Assert.Superset(new HashSet<string> { "xsight.inbox.append.duration", "xsight.commit.duration", "xsight.commit.rows", "xsight.commit.operations" }, seen);
        Assert.True(Interlocked.Read(ref rows) >= 4, "An append is a row, the merge is three.");

        void Saw(string name)
        {
            lock (seen)
            {
                seen.Add(name);
            }
        }

        static void Enable(Instrument instrument, MeterListener l)
        {
            if (instrument.Meter.Name == "XSight.Storage")
            {
                l.EnableMeasurementEvents(instrument);
            }
        }
    }
}
