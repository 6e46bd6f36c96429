using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using XSight.Analytics.Facts;
using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

/// <summary>Figures computed elsewhere, and the data that they were computed from. Times are weeks.</summary>
public static class References
{
    public const double DaysPerWeek = 7;

    private static readonly JsonDocument Document = JsonDocument.Parse(File.ReadAllText(OrderLog.PathOf("model_references.json")));

    private static readonly ConcurrentDictionary<string, Lazy<Holdout>> Holdouts = new();

    private static readonly ConcurrentDictionary<(string Set, DropoutChance Dropout), Lazy<ModelFit<BetaGeometricModel>>> Fits = new();

    public static JsonElement Root => Document.RootElement;

    public static JsonElement Set(string name) => Root.GetProperty("sets").GetProperty(name);

    public static double Number(this JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            element = element.GetProperty(name);
        }

        return element.GetDouble();
    }

    /// <summary>The CDNOW sample as published with weeks rounded to two digits, calibration of 39 weeks.</summary>
    public static PurchaseSummary[] CdnowSummary { get; } =
        [.. Rows("cdnow_customers_summary.csv").Select(c => new PurchaseSummary((int)Parse(c[1]), Parse(c[2]), Parse(c[3])))];

    public static SpendSummary[] CdnowSpend { get; } =
        [.. Rows("cdnow_customers_summary_with_transactions.csv").Select(c => new SpendSummary((int)Parse(c[1]), Parse(c[4])))];

    public static Holdout HoldoutOf(string set) => Holdouts.GetOrAdd(set, name => new Lazy<Holdout>(() => new Holdout(
        OrderLog.Of(name).Customers.Select(c => c.Orders), Day(Set(name), "calibration_end"), Day(Set(name), "last_day")))).Value;

    /// <summary>A log's calibration fitted in weeks, once for all tests.</summary>
    public static ModelFit<BetaGeometricModel> FitOf(string set, DropoutChance dropout) => Fits.GetOrAdd((set, dropout), key =>
        new Lazy<ModelFit<BetaGeometricModel>>(() => BetaGeometricFit.Fit(GroupsInWeeks(HoldoutOf(key.Set)), key.Dropout))).Value;

    public static PurchaseSummary InWeeks(PurchaseSummary days) => new(days.X, days.LastAge / DaysPerWeek, days.Age / DaysPerWeek);

    public static SummaryGroups GroupsInWeeks(Holdout holdout) => SummaryGroups.Of(holdout.Histories.Select(h => InWeeks(h.Purchases)).ToArray());

    /// <summary>Spend in the log's currency.</summary>
    public static SpendSummary InCurrency(SpendSummary spend) => spend with { Mean = spend.Mean / 1000 };

    private static int Day(JsonElement reference, string name) =>
        ShopCalendar.DayOf(DateOnly.Parse(reference.GetProperty(name).GetString()!, CultureInfo.InvariantCulture));

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(OrderLog.PathOf(file)).Skip(1).Select(l => l.Split(','));

    private static double Parse(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
