using System.Diagnostics.Metrics;
using Orleans;
using Orleans.InProcess;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace XSight.Runtime.InProcess.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task Calls_failures_and_activations_are_measured_by_grain_type_and_method()
    {
        List<string> seen = [];
        using var listener = new MeterListener();
        await using var simulation = new Simulation(1, [typeof(MeasuredGrain)]);
        var host = simulation.Host; // the listener hears every host of the process, also after this simulation's end
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == GrainMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, host))
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Add($"{instrument.Name} {value} {Text(tags)}"));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add($"{instrument.Name} {value} {Text(tags)}"));
        listener.Start();

        simulation.Scheduler.Run(async () =>
        {
            await simulation.Grain<IMeasuredGrain>().Succeed();
            await Assert.ThrowsAsync<InvalidOperationException>(simulation.Grain<IMeasuredGrain>().Fail);
            await simulation.Host.DeactivateAsync(simulation.Grain<IMeasuredGrain>().GetGrainId());
        });

        Assert.Equal(
            [
                "grain.activations 1 grain.type=measured",
                "grain.call.duration 2 grain.type=measured grain.method=Succeed",
                "grain.call.duration 0 grain.type=measured grain.method=Fail",
                "grain.call.failures 1 grain.type=measured grain.method=Fail",
                "grain.activations -1 grain.type=measured",
            ],
            seen);
    }

    [Fact]
    public async Task Items_that_wait_in_streams_are_measured_by_namespace_with_the_age_of_the_oldest()
    {
        List<string> seen = [];
        using var listener = new MeterListener();
        await using var simulation = new Simulation(1, [typeof(StuckGrain)]);
        var host = simulation.Host;
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, host) && instrument.IsObservable)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Add($"{instrument.Name} {value} {Text(tags)}"));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add($"{instrument.Name} {value} {Text(tags)}"));
        listener.Start();
        var stream = host.GetStreamProvider(Simulation.Streams).GetStream<int>(StreamId.Create(StuckGrain.Namespace, "k"));

        simulation.Scheduler.Run(async () =>
        {
            await stream.OnNextAsync(1);
            await Task.Delay(TimeSpan.FromSeconds(2), simulation.Scheduler.Time);
            await stream.OnNextAsync(2);
            await Task.Delay(TimeSpan.FromSeconds(3), simulation.Scheduler.Time);
        });
        listener.RecordObservableInstruments();

        Assert.Equal(["grain.stream.queued 2 stream.namespace=stuck", "grain.stream.lag 5 stream.namespace=stuck"], seen);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));

    public interface IMeasuredGrain : IGrainWithStringKey
    {
        Task Succeed();

        Task Fail();
    }

    public sealed class MeasuredGrain(TimeProvider time) : Grain, IMeasuredGrain
    {
        public Task Succeed() => Task.Delay(TimeSpan.FromSeconds(2), time);

        public Task Fail() => throw new InvalidOperationException();
    }

    public interface IStuckGrain : IGrainWithStringKey;

    /// <summary>A consumer that never finishes its first item.</summary>
    [ImplicitStreamSubscription(Namespace)]
    public sealed class StuckGrain : Grain, IStuckGrain, IStreamSubscriptionObserver, IAsyncObserver<int>
    {
        public const string Namespace = "stuck";

        public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => await handleFactory.Create<int>().ResumeAsync(this);

        public Task OnNextAsync(int item, StreamSequenceToken? token = null) => new TaskCompletionSource().Task;

        public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
    }
}
