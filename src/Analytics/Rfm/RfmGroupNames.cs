namespace XSight.Analytics.Rfm;

/// <summary>Names of groups as they stand in profiles, stored rows, rules and answers.</summary>
public static class RfmGroupNames
{
    public const string Champions = "champions";
    public const string Loyal = "loyal";
    public const string Active = "active";
    public const string PotentialLoyalist = "potential_loyalist";
    public const string New = "new";
    public const string NewCustomers = "new_customers";
    public const string Promising = "promising";
    public const string NeedsAttention = "needs_attention";
    public const string NeedAttention = "need_attention";
    public const string AboutToSleep = "about_to_sleep";
    public const string AlmostLost = "almost_lost";
    public const string CannotLose = "cannot_lose";
    public const string AtRisk = "at_risk";
    public const string PreviouslyLoyal = "previously_loyal";
    public const string Hibernating = "hibernating";
    public const string Dormant = "dormant";
    public const string Lost = "lost";

    /// <summary>Customers without a counted order: outside every table of scores.</summary>
    public const string Prospects = "prospects";
}
