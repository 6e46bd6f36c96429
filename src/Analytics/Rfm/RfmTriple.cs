namespace XSight.Analytics.Rfm;

/// <summary>
/// A triple of scores as one byte, 0 for (1, 1, 1) to 124 for (5, 5, 5): the index of <see cref="RfmProfileDefinition.Groups"/>.
/// </summary>
public static class RfmTriple
{
    public const int Count = RfmProfileDefinition.Triples;

    public const int ScoreMax = 5;

    /// <summary>In place of a triple for a customer that has none: a prospect.</summary>
    public const byte None = byte.MaxValue;

    /// <summary>The index of three scores, each 1 to 5.</summary>
    public static byte Of(int r, int f, int m) => (byte)((r * 25) + (f * 5) + m - 31);

    /// <summary>The three scores of an index.</summary>
    public static (int R, int F, int M) Scores(int triple) => ((triple / 25) + 1, (triple / 5 % 5) + 1, (triple % 5) + 1);
}
