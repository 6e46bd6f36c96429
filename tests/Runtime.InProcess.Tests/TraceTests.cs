using System.Diagnostics;
using Orleans;
using Orleans.InProcess;

namespace XSight.Runtime.InProcess.Tests;

public sealed class TraceTests
{
    private const string OwnSource = "trace tests";

    [Fact]
    public async Task Calls_are_spans_of_the_trace_they_are_made_in_down_the_chain()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        using var source = new ActivitySource(OwnSource);
        await using var simulation = new Simulation(1, [typeof(PassingGrain)]);

        simulation.Scheduler.Run(() => simulation.Grain<IPassingGrain>("untraced").Pass(null));
        Activity root;
        using (root = source.StartActivity("root")!)
        {
            simulation.Scheduler.Run(() => simulation.Grain<IPassingGrain>("first").Pass("second"));
        }

        var traced = spans.Where(span => span.TraceId == root.TraceId).ToDictionary(span => span.GetTagItem("rpc.orleans.target_id")?.ToString() ?? span.OperationName);
        Assert.Equal(["passing/first", "passing/second", "root"], traced.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(traced["root"].SpanId, traced["passing/first"].ParentSpanId);
        Assert.Equal(traced["passing/first"].SpanId, traced["passing/second"].ParentSpanId);
        Assert.All(traced.Where(t => t.Key != "root"), t => Assert.Equal("IPassingGrain/Pass", t.Value.OperationName));
        Assert.DoesNotContain(spans, span => span.GetTagItem("rpc.orleans.target_id")?.ToString() == "passing/untraced");
    }

    [Fact]
    public async Task A_call_that_fails_is_a_failed_span()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        using var source = new ActivitySource(OwnSource);
        await using var simulation = new Simulation(1, [typeof(PassingGrain)]);
        Activity root;
        using (root = source.StartActivity("root")!)
        {
            simulation.Scheduler.Run(() => Assert.ThrowsAsync<InvalidOperationException>(simulation.Grain<IPassingGrain>().Fail));
        }

        var failed = Assert.Single(spans, span => span.TraceId == root.TraceId && span.OperationName == "IPassingGrain/Fail");
        Assert.Equal((ActivityStatusCode.Error, nameof(InvalidOperationException)), (failed.Status, failed.StatusDescription));
    }

    private static ActivityListener Listen(List<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is GrainTraces.SourceName or OwnSource,
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
        return listener;
    }

    public interface IPassingGrain : IGrainWithStringKey
    {
        Task Pass(string? to);

        Task Fail();
    }

    public sealed class PassingGrain : Grain, IPassingGrain
    {
        public async Task Pass(string? to)
        {
            if (to is not null)
            {
                await GrainFactory.GetGrain<IPassingGrain>(to).Pass(null);
            }
        }

        public Task Fail() => throw new InvalidOperationException();
    }
}
