namespace XSight.Conformance.Tests;

[GrainType("conformance-life")]
public sealed class LifeGrain : Grain, ILifeGrain
{
    private readonly string _activation = Guid.NewGuid().ToString("N");

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        var key = this.GetPrimaryKeyString();
        Signals.Note(key, "activating");
        if (Signals.IsRaised($"{key}-fail") && !Signals.IsRaised($"{key}-failed"))
        {
            Signals.Raise($"{key}-failed");
            throw new InvalidOperationException("not today");
        }

        Signals.Note(key, "active");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Signals.Note(this.GetPrimaryKeyString(), $"ended: {reason.ReasonCode}");
    }

    public Task<string> Activation() => Task.FromResult(_activation);

    public Task<string> Deactivate()
    {
        DeactivateOnIdle();
        return Task.FromResult(_activation);
    }

    public async Task<string> DeactivateAndHold(string flag)
    {
        DeactivateOnIdle();
        Signals.Raise($"{flag}-in");
        await Signals.Raised(flag);
        Signals.Note(this.GetPrimaryKeyString(), "held");
        return _activation;
    }
}
