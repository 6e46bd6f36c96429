using System.Globalization;
using XSight.Storage;
using XSight.Web.Formatting;
using XSight.Web.Sales;

namespace XSight.Web.Pages;

/// <summary>What sells, what is bought together, and what brings customers who come back.</summary>
public sealed class ProductsModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    public const string Path = "/products";

    private const int ProductsShown = 50;
    private const int FirstProductsShown = 20;
    private const int PairsShown = 20;
    private const int FirstCustomersMin = 10;

    public ReportRange Range { get; private set; } = null!;

    public ProductSort Sort { get; private set; }

    public ProductReport Report { get; private set; } = null!;

    public IReadOnlyList<ProductPair> Pairs { get; private set; } = [];

    public FirstProductReport First { get; private set; } = null!;

    public ProductNames Names { get; private set; } = null!;

    public ProductNames FirstNames { get; private set; } = null!;

    public async Task OnGetAsync(string? days, string? from, string? to, string? sort, CancellationToken cancellationToken)
    {
        var span = await database.Orders.SpanAsync(Tenant, cancellationToken);
        Range = ReportRange.Of(days, from, to, null, Format.DayOf(Now), span?.FirstDay);
        Sort = Enum.TryParse<ProductSort>(sort, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : ProductSort.Net;
        Report = await Sales.GetProducts(new ProductQuery(Range.From, Range.To, Sort, ProductsShown), cancellationToken);
        Pairs = [.. Report.Pairs.Take(PairsShown)];
        First = await Sales.GetFirstProducts(new FirstProductQuery(CustomersMin: FirstCustomersMin, Limit: FirstProductsShown), cancellationToken);
        Names = new ProductNames(Report.Titles);
        FirstNames = new ProductNames(First.Titles);
    }

    public string SortHref(ProductSort sort) => $"{Range.Href(Path, Range.Preset ?? 0)}&sort={sort.ToString().ToLowerInvariant()}";

    public string OrdersHref(long product) => string.Create(CultureInfo.InvariantCulture, $"{RevenueFigureList.OrdersHref(Range.From, Range.To)}&product={product}");

    /// <summary>The orders that hold both.</summary>
    public string OrdersHref(ProductPair pair) => string.Create(CultureInfo.InvariantCulture, $"{OrdersHref(pair.FirstId)}&with={pair.SecondId}");

    public string BuyersHref(long product) => new PeopleChoice(Range.From, Range.To) { Product = product }.Href();

    /// <summary>Who began with a product, null for any, and has been watched for the days; or those of them who came back within them.</summary>
    public string BeginnersHref(long? product, bool cameBack) => new PeopleChoice(First.Query.FromDay!.Value, First.LastFirstDay)
    {
        Kind = PeopleKind.New,
        First = product,
        Gap = cameBack ? new OrderGap(GapStep.Second, ToDays: First.Query.LaterDays) : null,
    }.Href();

    public string Each(long minor, int customers) => customers == 0 ? "–" : Format.Money((long)decimal.Round((decimal)minor / customers, MidpointRounding.AwayFromZero));
}
