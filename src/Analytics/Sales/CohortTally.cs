namespace XSight.Analytics.Sales;

/// <summary>One cell of a cohort report while a scan adds it up.</summary>
internal struct CohortTally
{
    public long Net;
    public int Active;
    public int Orders;

    /// <summary>Adds what other people of the same cell did.</summary>
    public void Add(in CohortTally other)
    {
        Net += other.Net;
        Active += other.Active;
        Orders += other.Orders;
    }
}
