namespace XSight.Analytics.Tests.Rfm;

/// <summary>SQL's NTILE(5) over values ascending, ties in the order given: five runs of equal length, the first ones longer by one where it does not divide.</summary>
public static class Ntile
{
    private const int Tiles = 5;

    public static int[] Scores(long[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ThenBy(i => i).ToArray();
        var scores = new int[values.Length];
        var (length, longer) = Math.DivRem(values.Length, Tiles);
        var place = 0;
        for (var tile = 1; tile <= Tiles; tile++)
        {
            for (var end = place + length + (tile <= longer ? 1 : 0); place < end; place++)
            {
                scores[order[place]] = tile;
            }
        }

        return scores;
    }
}
