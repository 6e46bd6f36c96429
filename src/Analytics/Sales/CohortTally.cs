namespace XSight.Analytics.Sales;

/// <summary>One cell of a cohort report while a scan adds it up.</summary>
internal struct CohortTally
{
    public long Net;
    public int Active;
    public int Orders;
}
