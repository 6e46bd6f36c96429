namespace XSight.Web.Sales;

/// <summary>What the cells of the heat map show.</summary>
public enum CohortView
{
    /// <summary>Share of the cohort that bought in the period.</summary>
    Retention,

    /// <summary>The period's net.</summary>
    Net,

    /// <summary>Net up to and with the period, for each customer acquired.</summary>
    Cumulative,
}
