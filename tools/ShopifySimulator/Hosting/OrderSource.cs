namespace XSight.ShopifySimulator;

/// <summary>Where a store's history comes from.</summary>
public abstract record OrderSource
{
    private OrderSource()
    {
    }

    /// <summary>The history of CDNOW that ships with the simulator.</summary>
    public sealed record Cdnow : OrderSource;

    /// <summary>An order log: csv or csv.gz.</summary>
    public sealed record Log(string Path) : OrderSource;

    /// <summary>An invented shop.</summary>
    /// <param name="Customers">How many customers it has; each has at least one order.</param>
    /// <param name="Seed">Null: the simulator's seed.</param>
    public sealed record Generated(int Customers, ulong? Seed = null) : OrderSource;
}
