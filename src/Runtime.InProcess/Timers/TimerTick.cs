using Orleans.InProcess;
using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>A timer's callback on its way into the activation; ends with it.</summary>
internal sealed class TimerTick(GrainTimer timer, GrainTimerCreationOptions options) : Request
{
    internal override bool AlwaysInterleaves => options.Interleave;

    internal override bool KeepsAlive => options.KeepAlive;

    internal override Task RunAsync(Activation activation) => timer.TickAsync();

    internal override void Fail(Exception exception)
    {
    }

    internal override void OnActivationEnded(Activation activation)
    {
    }
}
