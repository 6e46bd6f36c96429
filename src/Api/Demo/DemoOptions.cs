using System.Globalization;
using XSight.Api.Configuration;
using XSight.Shopify;

namespace XSight.Api.Demo;

/// <summary>What <c>--demo</c> was asked to show.</summary>
public sealed record DemoOptions
{
    public const string Shop = "cdnow-demo.myshopify.com";
    public const string Email = "demo@xsight.example";
    public const string PasswordDefault = "demo-store-1997";
    public const string ApiKey = "demo-key";
    public const string ApiSecret = "demo-secret";
    public const int CustomersMax = 5_000_000;
    public const string OrdersSwitch = "--demo-orders";

    private const string Switch = "--demo";
    private const string ScaleSwitch = "--demo-scale";
    private const string DatesSwitch = "--demo-dates";

    /// <summary>An order log to serve; null for CDNOW's.</summary>
    public string? OrdersFile { get; init; }

    /// <summary>Customers of an invented shop; null for an order log.</summary>
    public int? Customers { get; init; }

    /// <summary>Leaves the dates of the history as they are, instead of moving the last order to yesterday.</summary>
    public bool KeepDates { get; init; }

    /// <summary>How the simulated Shopify knows this app.</summary>
    public static ShopifyOptions Shopify(Uri address) => new() { ApiKey = ApiKey, ApiSecret = ApiSecret, AppUrl = address };

    /// <summary>Takes the demo's own switches out of the command line; null options without <c>--demo</c>.</summary>
    /// <exception cref="ConfigurationException">A switch lacks its value, or two contradict each other.</exception>
    public static (DemoOptions? Demo, string[] Others) Parse(string[] args)
    {
        var others = new List<string>();
        var asked = false;
        string? orders = null, scale = null, dates = null;
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case Switch: asked = true; break;
                case OrdersSwitch: orders = Value(args, ref at); break;
                case ScaleSwitch: scale = Value(args, ref at); break;
                case DatesSwitch: dates = Value(args, ref at); break;
                default: others.Add(args[at]); break;
            }
        }

        var demo = new DemoOptions { OrdersFile = OrdersOf(orders), Customers = CustomersOf(scale), KeepDates = KeepDatesOf(dates) };
        if (orders is not null && scale is not null)
        {
            throw new ConfigurationException(ScaleSwitch, $"cannot be used together with {OrdersSwitch}: the shop is either read or invented.");
        }

        if (!asked && (orders ?? scale ?? dates) is not null)
        {
            throw new ConfigurationException(Switch, "is missing beside its other switches.");
        }

        return (asked ? demo : null, [.. others]);
    }

    private static string Value(string[] args, ref int at) =>
        at + 1 < args.Length ? args[++at] : throw new ConfigurationException(args[at], "expected a value after it.");

    private static string? OrdersOf(string? path) =>
        path is null || File.Exists(path) ? path : throw new ConfigurationException(OrdersSwitch, $"there is no file '{path}'.");

    private static int? CustomersOf(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= CustomersMax ? count
        : throw new ConfigurationException(ScaleSwitch, string.Create(CultureInfo.InvariantCulture, $"expected a number of customers from 1 to {CustomersMax}."));

    private static bool KeepDatesOf(string? text) => text switch
    {
        null => false,
        "keep" => true,
        _ => throw new ConfigurationException(DatesSwitch, "expected keep."),
    };
}
