namespace XSight.Analytics.Rfm;

/// <summary>Three scores, each 1 to 5.</summary>
public readonly record struct RfmScore(int R, int F, int M)
{
    public byte Triple => RfmTriple.Of(R, F, M);
}
