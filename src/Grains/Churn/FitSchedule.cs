namespace XSight.Grains.Churn;

/// <summary>When a store's forecast is fitted anew, and when everybody's risk is computed anew.</summary>
public static class FitSchedule
{
    /// <summary>Another fit after so many more orders than the last one saw.</summary>
    private const double OrdersGrowth = 1.05;

    /// <summary>A book may take so much of the time at most.</summary>
    private const int BookTimeShare = 20;

    private static readonly TimeSpan FitEvery = TimeSpan.FromHours(1);

    /// <summary>Where there was too little to fit anything, looking again costs nothing.</summary>
    private static readonly TimeSpan LookAgainEvery = TimeSpan.FromMinutes(1);

    /// <summary>Orders that age change what a model says of a horizon: without new orders too, it is tried again on a fresh past.</summary>
    private static readonly TimeSpan FitAgeMax = TimeSpan.FromDays(7);

    private static readonly TimeSpan BookEvery = TimeSpan.FromSeconds(10);

    /// <param name="last">Null before the first.</param>
    /// <param name="orders">Counted orders of customers now.</param>
    /// <param name="horizonDays">As the merchant wants it.</param>
    /// <param name="now">The clock.</param>
    public static bool FitIsDue(ForecastModel? last, int orders, int horizonDays, DateTimeOffset now)
    {
        if (last is null || last.HorizonDays != horizonDays)
        {
            return true;
        }

        var age = now - last.FittedAt;
        return age >= FitAgeMax || (age >= (last.Name is null ? LookAgainEvery : FitEvery) && orders > last.OrdersSeen && orders >= OrdersGrowth * last.OrdersSeen);
    }

    /// <summary>Whether so long after the last book, which took so long, the next may be computed.</summary>
    public static bool BookMayFollow(TimeSpan sinceLast, TimeSpan took) => sinceLast >= BookEvery && sinceLast >= took * BookTimeShare;
}
