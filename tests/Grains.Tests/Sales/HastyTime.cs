namespace XSight.Grains.Tests.Sales;

/// <summary>The system's clock with an impatient alarm: who waits ten seconds waits a hundred milliseconds.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Haste = 100;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
}
