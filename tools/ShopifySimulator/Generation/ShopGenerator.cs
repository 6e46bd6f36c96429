namespace XSight.ShopifySimulator;

/// <summary>
/// Invents the history of a shop of any size. Each customer buys at a rate of his own and may drop out after any order (BG/NBD: Fader,
/// Hardie and Lee 2005, with rates near those of CDNOW), and spends around a mean of his own with a heavy tail (Gamma-Gamma). What a
/// customer does depends on seed and id alone.
/// </summary>
internal sealed class ShopGenerator(ulong seed, Currency currency)
{
    private const long FirstCustomerId = 7_000_000_000_000;
    private const long FirstOrderId = 5_000_000_000_000;
    private const int HistoryDays = 1_095;
    private const int OrdersPerCustomerMax = 400;
    private const double RateShape = 0.31;
    private const double RateScaleDays = 24.0;
    private const double DropOutA = 0.79;
    private const double DropOutB = 2.9;
    private const double SpendShape = 6.25;
    private const double SpendSpreadShape = 3.74;
    private const double SpendSpreadScale = 15.44;
    private static readonly DateTime Start = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Orders of <paramref name="customers"/> customers, in no particular order.</summary>
    public List<OrderLogRow> Generate(int customers)
    {
        var rows = new List<OrderLogRow>(customers * 3);
        for (var i = 1; i <= customers; i++)
        {
            AddOrdersOf(FirstCustomerId + i, rows);
        }

        return rows;
    }

    private void AddOrdersOf(long customerId, List<OrderLogRow> rows)
    {
        var random = StableRandom.For(seed, customerId, Purpose.Behaviour);
        var firstOrder = FirstOrderId + ((customerId - FirstCustomerId) * OrdersPerCustomerMax);
        var ratePerDay = Gamma(RateShape, ref random) / RateScaleDays;
        var dropOut = Beta(DropOutA, DropOutB, ref random);
        var spendRate = Gamma(SpendSpreadShape, ref random) / SpendSpreadScale;

        // A growing shop: the square root puts more first orders late than early.
        var day = HistoryDays * Math.Sqrt(random.NextDouble());
        for (var n = 0; n < OrdersPerCustomerMax && day < HistoryDays; n++)
        {
            var amount = Math.Max(0.5, Gamma(SpendShape, ref random) / spendRate);
            rows.Add(new OrderLogRow(0, firstOrder + n, customerId, TimeOn(day, ref random), currency.ToMinor((decimal)amount), Cancelled: random.Chance(0.01)));
            if (random.NextDouble() < dropOut)
            {
                return;
            }

            day += -Math.Log(random.NextPositive()) / ratePerDay;
        }
    }

    /// <summary>People buy between 7 in the morning and 11 at night.</summary>
    private static DateTime TimeOn(double day, ref StableRandom random) =>
        Start.AddDays((int)day).AddSeconds((7 * 3600) + random.Next(16 * 3600));

    private static double Beta(double a, double b, ref StableRandom random)
    {
        var x = Gamma(a, ref random);
        return x / (x + Gamma(b, ref random));
    }

    /// <summary>Marsaglia and Tsang (2000), with the power trick for shapes below one.</summary>
    private static double Gamma(double shape, ref StableRandom random)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, ref random) * Math.Pow(random.NextPositive(), 1 / shape);
        }

        const int TriesMax = 1_000;
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        for (var i = 0; i < TriesMax; i++)
        {
            var normal = Normal(ref random);
            var v = 1 + (c * normal);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(random.NextPositive()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }

        throw new InvalidOperationException("The gamma sampler rejected a thousand draws in a row.");
    }

    private static double Normal(ref StableRandom random) =>
        Math.Sqrt(-2 * Math.Log(random.NextPositive())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
