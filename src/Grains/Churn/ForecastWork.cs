using System.Diagnostics;
using XSight.Analytics.Churn;

namespace XSight.Grains.Churn;

/// <summary>A fit where one is due, and the book that follows from it: pure work on a snapshot, run off the grain's turn.</summary>
/// <param name="Log">Everybody's orders as they were.</param>
/// <param name="Model">The fitted forecast; null calls for a fit.</param>
/// <param name="HorizonDays">Of the fit.</param>
/// <param name="Day">The shop's day.</param>
/// <param name="At">The clock.</param>
/// <param name="Scores">The store's groups of that moment.</param>
/// <param name="Version">Of the orders.</param>
/// <param name="ChangeSeq">Position of the change feed.</param>
internal sealed record ForecastWork(
    PurchaseLog Log, ForecastModel? Model, int HorizonDays, int Day, DateTimeOffset At, GroupScores Scores, long Version, long ChangeSeq)
{
    public ForecastResult Run()
    {
        var watch = Stopwatch.StartNew();
        var model = Model ?? ForecastDesk.Fit(Log, Day, At, HorizonDays);
        var fitTook = watch.Elapsed;
        var book = ForecastBook.Of(model, Log, Day, Scores);
        var past = PastScores.Of(Log, Day, Scores.Profile);
        return new ForecastResult(model, book, past, At, Version, ChangeSeq, fitTook, watch.Elapsed - fitTook);
    }
}
