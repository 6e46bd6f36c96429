using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>
/// Says of customers what the store's fitted forecast says: by the model where the gate is open, by the store's own curve and the overdue
/// rule where it is not. Holds nothing of a customer and no clock.
/// </summary>
public sealed class Forecaster
{
    public const int MonthDays = 30;
    public const int YearDays = 365;

    private readonly RiskSource? _source;
    private readonly ICalibration? _calibration;
    private readonly ISpendModel _spend;
    private readonly SurvivalCurve _secondOrders;
    private readonly double? _storeGapDays;
    private readonly int? _mostSecondOrdersByDay;
    private readonly long _usualPurchaseMinor;

    /// <param name="fitted">The store's forecast.</param>
    /// <param name="secondOrders">The wait for the second order as it is known now.</param>
    /// <param name="storeGapDays">Mean gap between purchase days; null where nobody bought twice.</param>
    public Forecaster(ForecastModel fitted, SurvivalCurve secondOrders, double? storeGapDays)
    {
        Fitted = fitted;
        _secondOrders = secondOrders;
        _storeGapDays = storeGapDays;
        _spend = SpendFit.Restore(fitted.Spend);
        _mostSecondOrdersByDay = secondOrders.DayBy(Advice.MostShare);
        _usualPurchaseMinor = Minor(_spend.PopulationMean);
        if (fitted is { Gate: GateReason.None, Name: { } name })
        {
            var model = PurchaseModels.Restore(name, fitted.Parameters, ForecastDesk.DaysPerWeek);
            _source = new RiskSource(model, fitted.CurveForOneTimeBuyers ? secondOrders : null);
            _calibration = fitted.Calibration is { } curve ? CalibrationCurves.Restore(curve) : null;
        }
    }

    public ForecastModel Fitted { get; }

    /// <summary>Null where the gate is shut.</summary>
    public IPurchaseModel? Model => _source?.Model;

    public ISpendModel Spend => _spend;

    public SurvivalCurve SecondOrders => _secondOrders;

    /// <summary>What the risk of such a customer comes from.</summary>
    public string SourceOf(PurchaseSummary customer)
    {
        var curve = _source is null ? OfCurve(customer) : _source.OfCurve(customer, Fitted.HorizonDays);
        return curve is not null ? "second-order curve" : _source?.Model.Name ?? "days overdue";
    }

    /// <summary>Chance of no purchase within the horizon, as it is told.</summary>
    public double RiskOf(PurchaseHistory customer) => _source is { } source
        ? Calibrated(source.RiskOf(customer.Purchases, Fitted.HorizonDays))
        : OfCurve(customer.Purchases) ?? OverdueHeuristic.ChurnRisk(customer.DaysSinceLast, customer.MedianGapDays, _storeGapDays);

    /// <summary>The same for many, the model's risk having been computed already.</summary>
    internal double RiskOf(PurchaseHistory customer, double modelRisk) => _source is { } source
        ? Calibrated(source.OfCurve(customer.Purchases, Fitted.HorizonDays) ?? modelRisk)
        : RiskOf(customer);

    /// <summary>Purchases expected within the horizon; one where the gate is shut.</summary>
    public double ExpectedPurchases(PurchaseHistory customer) => _source?.Model.ExpectedPurchases(customer.Purchases, Fitted.HorizonDays) ?? 1;

    /// <summary>A row from its parts.</summary>
    internal ChurnRow RowOf(long customer, PurchaseHistory history, double risk, double expectedPurchases)
    {
        var perPurchase = _spend.ExpectedSpend(history.Spend);
        var expected = Minor(expectedPurchases * perPurchase);
        var row = new ChurnRow
        {
            CustomerId = customer,
            Risk = risk,
            Level = RiskLevels.Of(risk),
            RevenueAtRiskMinor = Minor(risk * expected),
            ExpectedSpendMinor = expected,
            SpendPerPurchaseMinor = Minor(perPurchase),
            UsualGapDays = history.MedianGapDays,
            DaysSinceLast = (int)history.DaysSinceLast,
            Purchases = history.Purchases.X + 1,
            Advice = ChurnAdvice.LeaveAlone,
        };
        return row with { Advice = Advice.Of(row, _usualPurchaseMinor, _mostSecondOrdersByDay) };
    }

    public ChurnRow RowOf(long customer, PurchaseHistory history) => RowOf(customer, history, RiskOf(history), ExpectedPurchases(history));

    /// <summary>All that can be said of one customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="days">Days of the counted orders, rising.</param>
    /// <param name="nets">Their nets.</param>
    /// <param name="today">The shop's day.</param>
    /// <param name="asOf">The caller's clock.</param>
    /// <returns>Null for a customer without an order by today.</returns>
    public CustomerOutlook? OutlookOf(long customer, ReadOnlySpan<int> days, ReadOnlySpan<long> nets, int today, DateTimeOffset asOf)
    {
        if (PurchaseHistory.Of(days, nets, today) is not { } history)
        {
            return null;
        }

        var outlook = new CustomerOutlook
        {
            AsOf = asOf,
            HorizonDays = Fitted.HorizonDays,
            Gate = Fitted.Gate,
            Source = SourceOf(history.Purchases),
            Row = RowOf(customer, history),
            NextOrderDay = NextOrderDay(history, today),
            History = RiskHistory.Of(this, days, nets, today),
        };
        if (Model is not { } model)
        {
            return outlook;
        }

        var year = LifetimeValue.Of(model, _spend, history.Purchases, history.Spend, steps: 1, stepLength: YearDays);
        return outlook with
        {
            Alive = model.ProbabilityAlive(history.Purchases),
            ExpectedPurchases30 = model.ExpectedPurchases(history.Purchases, MonthDays),
            ExpectedPurchases90 = model.ExpectedPurchases(history.Purchases, 3 * MonthDays),
            ExpectedPurchases365 = year.ExpectedPurchases,
            LifetimeValueMinor = Minor(year.Value),
        };
    }

    /// <summary>With a model, when an order is as likely to have come as not; without one, the usual gap after the last order.</summary>
    private int? NextOrderDay(PurchaseHistory customer, int today)
    {
        var wait = Model?.MedianWait(customer.Purchases) ?? (customer.MedianGapDays ?? _storeGapDays) - customer.DaysSinceLast;
        return wait is { } days and >= 0 and <= YearDays ? today + (int)Math.Ceiling(days) : null;
    }

    private double? OfCurve(PurchaseSummary customer) => RiskSource.OfCurve(_secondOrders, customer, Fitted.HorizonDays);

    private double Calibrated(double risk) => Math.Clamp(_calibration?.Calibrate(risk) ?? risk, 0, 1);

    private static long Minor(double amount) => (long)Math.Round(amount, MidpointRounding.AwayFromZero);
}
