using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Pages;

/// <summary>Every part once, with made-up figures, for those who work on them. In development only.</summary>
public sealed class StyleguideModel(IHostEnvironment environment, TimeProvider time) : PageModel
{
    private const int TrendDays = 30;

    public ShopFormat Format { get; } = new("USD", "America/New_York");

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public Figure Rising => Sample("rising", new Change(1, "6%", "$121,134"));

    public Figure Falling => Sample("falling", new Change(-1, "1.2 points", "39.4%"));

    public Figure Plain => Sample("plain", null) with { Note = "no earlier period to compare with", Unit = "net" };

    public Trend Trend => new(
        "Net revenue by day",
        "Net revenue",
        [.. Enumerable.Range(0, TrendDays).Select(i => new TrendPoint($"Nov {i + 1}", Wave(i), Format.Money(Wave(i)), Wave(i + 5), $"Oct {i + 1}", Format.Money(Wave(i + 5))))],
        Format.MoneyWhole);

    public BarList Bars => new("Sample bars", [new("Champions", 52, "$52,000", "52% of revenue", "/customers", "champions"), new("At risk", 18, "$18,930", "19% of revenue", null, "at risk"), new("Dormant", 3, "$3,020", null, null, "dormant")]);

    public SyncView Sync => new(
        new SyncProgress
        {
            Tenant = default,
            Run = SyncRunId.New(Now),
            Kind = SyncKind.Full,
            Phase = SyncPhase.Orders,
            Percent = 41.2,
            CustomersDone = 23_570,
            CustomersTotal = 23_570,
            OrdersDone = 12_411,
            OrdersTotal = 69_659,
            RatePerSecond = 8_150,
            SecondsLeft = 7,
            StartedAt = Now.AddSeconds(-9),
            Revision = 1,
        },
        Format);

    public Timeline Timeline => new(Format, [new(Now.AddDays(-2), "Entered the group", "from Loyal", "champions"), new(Now.AddDays(-40), "First order")]);

    public IReadOnlyList<FilterChip> Chips { get; } = [new("Search", "ana", "#"), new("Group", "Champions", "#")];

    public ConfirmInPlace Confirm { get; } = new("Cancel", "Cancel this sync? What has been read so far stays.", "Yes, cancel it", "No, go on", "Sample", new Dictionary<string, string>());

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment())
        {
            context.Result = NotFound();
        }
    }

    public void OnGet()
    {
    }

    private static Figure Sample(string id, Change? change) => new()
    {
        Id = id,
        Label = "Net revenue",
        Value = "$128,402",
        Change = change,
        Definition = "What paid orders brought in, after refunds.",
        Href = "#",
        FreshTo = "Nov 21, 2026, 2:03:07 PM",
    };

    private static long Wave(int i) => 300_000 + (long)(120_000 * Math.Sin(i / 3.0)) + (i % 7 * 21_000);
}
