namespace XSight.Analytics.Rfm;

/// <summary>Customers and their money for each of the 125 triples of scores.</summary>
internal sealed class TripleTally
{
    private readonly int[] _counts = new int[RfmTriple.Count];
    private readonly long[] _revenue = new long[RfmTriple.Count];

    public int CountOf(int triple) => _counts[triple];

    public long RevenueOf(int triple) => _revenue[triple];

    public void Add(byte triple, long moneyMinor)
    {
        _counts[triple]++;
        _revenue[triple] += moneyMinor;
    }

    public void Remove(byte triple, long moneyMinor)
    {
        _counts[triple]--;
        _revenue[triple] -= moneyMinor;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_revenue);
    }
}
