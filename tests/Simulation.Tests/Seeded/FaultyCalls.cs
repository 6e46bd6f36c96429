using Orleans;
using Orleans.InProcess;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>Loses calls between grains on the way there or back, and holds them up.</summary>
internal sealed class FaultyCalls(SimulatedScheduler scheduler, Weather weather, ProcessLife life, Trace trace) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await life.EnsureAsync();
        trace.Note($"{context.InterfaceMethod.Name} of {(trace.IsKept ? Name(context) : "")}");
        if (weather.Happens(weather.Delays))
        {
            await Task.Delay(weather.Delay(), scheduler.Time);
        }

        if (weather.Happens(weather.CallFaults))
        {
            trace.Note("the call is lost");
            throw new TimeoutException("The call was lost.");
        }

        await context.Invoke();
        if (weather.Happens(weather.CallFaults))
        {
            trace.Note("the answer is lost");
            throw new TimeoutException("The answer was lost.");
        }
    }

    private static string Name(IIncomingGrainCallContext context) => context.TargetId.ToString().Split("/run-")[0];
}
