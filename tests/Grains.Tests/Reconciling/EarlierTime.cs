namespace XSight.Grains.Tests.Reconciling;

/// <summary>A store's clock that is behind ours: what it changes now has settled, and no test waits for it.</summary>
internal sealed class EarlierTime(TimeSpan behind) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - behind;
}
