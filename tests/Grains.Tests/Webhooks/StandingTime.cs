namespace XSight.Grains.Tests.Webhooks;

/// <summary>The system's clock, stopped: nothing falls due before the test says so. Its alarms go on.</summary>
internal sealed class StandingTime : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
