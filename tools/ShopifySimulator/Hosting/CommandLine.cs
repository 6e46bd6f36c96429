using System.Globalization;

namespace XSight.ShopifySimulator;

/// <summary>The options of the simulator as a program of its own.</summary>
internal static class CommandLine
{
    public const string Usage = """
        A Shopify store on localhost.

          --port N             port on 127.0.0.1 (5081), or --url http://HOST:PORT
          --shop DOMAIN        the store's domain (cdnow-demo.myshopify.com)
          --name NAME          the store's name (CDNOW)
          --orders FILE        an order log, csv or csv.gz: invoice,customer_id,invoice_date,amount,cancelled
          --scale N            a generated shop of N customers
          --dates keep         leaves dates as they are; --dates YYYY-MM-DD puts the last order on the day before
          --currency CODE      (USD)
          --time-zone ZONE     IANA name (America/New_York)
          --seed N             what is invented follows from it (1997)
          --bucket SIZE/RATE   points of query cost, and points restored a second (20000/1000)
          --bulk-pace N        objects a second that bulk operations write (as fast as they can)
          --api-key KEY        (demo-key)
          --api-secret SECRET  (demo-secret)
          --redirect PREFIX    where OAuth may redirect to (this machine)
        """;

    /// <exception cref="ArgumentException">An option is unknown, lacks its value, or the value is none.</exception>
    public static SimulatorOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions { Url = new Uri("http://127.0.0.1:5081"), Bucket = BucketOptions.Plus };
        var store = options.Stores[0];
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new ArgumentException($"{name} needs a value.");
            try
            {
                (options, store) = Apply(options, store, name, value);
            }
            catch (Exception wrong) when (wrong is FormatException or OverflowException or TimeZoneNotFoundException)
            {
                throw new ArgumentException($"'{value}' is no value for {name}.", wrong);
            }
        }

        return options with { Stores = [store] };
    }

    private static (SimulatorOptions Options, StoreOptions Store) Apply(SimulatorOptions options, StoreOptions store, string name, string value) => name switch
    {
        "--port" => (options with { Url = new Uri($"http://127.0.0.1:{Number(value)}") }, store),
        "--url" => (options with { Url = new Uri(value) }, store),
        "--shop" => (options, store with { Domain = value.ToLowerInvariant() }),
        "--name" => (options, store with { Name = value }),
        "--orders" => (options, store with { Source = new OrderSource.Log(value) }),
        "--scale" => (options, store with { Source = new OrderSource.Generated(Number(value)) }),
        "--dates" when value == "keep" => (options, store with { KeepDates = true }),
        "--dates" => (options, store with { Anchor = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) }),
        "--currency" => (options, store with { Currency = new Currency(value) }),
        "--time-zone" => (options, store with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(value).Id }),
        "--seed" => (options with { Seed = ulong.Parse(value, CultureInfo.InvariantCulture) }, store),
        "--bucket" => (options with { Bucket = Bucket(value) }, store),
        "--bulk-pace" => (options with { Bulk = options.Bulk with { ObjectsPerSecond = Number(value) } }, store),
        "--api-key" => (options with { ApiKey = value }, store),
        "--api-secret" => (options with { ApiSecret = value }, store),
        "--redirect" => (options with { RedirectPrefixes = [.. options.RedirectPrefixes, value] }, store),
        _ => throw new ArgumentException($"There is no option {name}."),
    };

    private static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static BucketOptions Bucket(string value) =>
        value.Split('/') is [var size, var rate] ? new BucketOptions(Number(size), Number(rate)) : throw new FormatException("Expected SIZE/RATE.");
}
