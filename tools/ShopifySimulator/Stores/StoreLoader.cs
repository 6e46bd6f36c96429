using System.IO.Compression;
using System.Runtime.InteropServices;

namespace XSight.ShopifySimulator;

/// <summary>Brings a store's history into its tables: reads or invents it, moves its dates, sorts it by time.</summary>
internal static class StoreLoader
{
    private const int UpdateDelaySecondsMax = 6 * 3600;

    /// <exception cref="OrderLogException">The order log cannot be used.</exception>
    public static Store Load(StoreOptions options, ulong seed, TimeProvider time)
    {
        var rows = ReadRows(options, seed);
        var clock = new ShopClock(options.Zone);
        var shift = ShiftOf(options, rows, clock, time);
        var processedAt = new long[rows.Count];
        var order = new int[rows.Count];
        var instants = new DayInstants(clock);
        for (var i = 0; i < rows.Count; i++)
        {
            processedAt[i] = instants.Of(rows[i].LocalTime.AddDays(shift));
            order[i] = i;
        }

        // The log's own order decides between orders of one instant.
        new Span<int>(order).Sort((a, b) => processedAt[a] != processedAt[b] ? processedAt[a].CompareTo(processedAt[b]) : a.CompareTo(b));
        var (customers, orders) = Fill(rows, processedAt, order, seed, instants);
        var store = new Store(options, seed, time, customers, orders);
        if (options.Source is OrderSource.Generated)
        {
            RefundGenerator.Run(store);
        }

        return store;
    }

    private static List<OrderLogRow> ReadRows(StoreOptions options, ulong seed)
    {
        switch (options.Source)
        {
            case OrderSource.Cdnow:
                using (var zipped = typeof(StoreLoader).Assembly.GetManifestResourceStream("cdnow.csv.gz")!)
                using (var csv = new GZipStream(zipped, CompressionMode.Decompress))
                {
                    return new OrderLogReader("cdnow.csv.gz", options.Currency).Read(csv);
                }

            case OrderSource.Log log:
                return OrderLogReader.ReadFile(log.Path, options.Currency);
            case OrderSource.Generated generated:
                return new ShopGenerator(generated.Seed ?? seed, options.Currency).Generate(generated.Customers);
            default:
                throw new ArgumentException($"Unknown source of orders: {options.Source}.", nameof(options));
        }
    }

    private static int ShiftOf(StoreOptions options, List<OrderLogRow> rows, ShopClock clock, TimeProvider time)
    {
        if (options.KeepDates || rows.Count == 0)
        {
            return 0;
        }

        var last = DateTime.MinValue;
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            last = row.LocalTime > last ? row.LocalTime : last;
        }

        return DateShift.Days(last, options.Anchor ?? clock.DayOf(time.GetUtcNow()));
    }

    private static (CustomerTable Customers, OrderTable Orders) Fill(List<OrderLogRow> rows, long[] processedAt, int[] order, ulong seed, DayInstants instants)
    {
        var customers = new CustomerTable(rows.Count / 4);
        var orders = new OrderTable(rows.Count);
        var customerRows = new Dictionary<long, int>(rows.Count / 4);
        foreach (var i in order)
        {
            var row = rows[i];
            var updatedAt = processedAt[i] + Delay(seed, row, instants.SecondsToMidnight(processedAt[i]));
            var customer = OrderTable.NoCustomer;
            if (row.CustomerId != 0 && !customerRows.TryGetValue(row.CustomerId, out customer))
            {
                customer = customers.Add(row.CustomerId, processedAt[i], updatedAt);
                customerRows.Add(row.CustomerId, customer);
            }

            var flags = row.Cancelled ? OrderFlags.Cancelled : OrderFlags.None;
            Store.Chain(customers, orders, customer, orders.Add(row.OrderId, customer, processedAt[i], updatedAt, row.AmountMinor, flags));
            if (customer != OrderTable.NoCustomer)
            {
                customers.UpdatedAt[customer] = Math.Max(customers.UpdatedAt[customer], updatedAt);
            }
        }

        return (customers, orders);
    }

    /// <summary>An order is last touched some hours after it was placed, and never after the end of its day.</summary>
    private static long Delay(ulong seed, OrderLogRow row, long secondsToMidnight) =>
        Math.Min(StableRandom.For(seed, row.OrderId, Purpose.Delay).Next(UpdateDelaySecondsMax), secondsToMidnight);
}
