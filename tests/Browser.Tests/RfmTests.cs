using System.Globalization;

namespace XSight.Browser.Tests;

public sealed class RfmTests(SyncedStore store)
{
    [Theory]
    [InlineData("/rfm")]
    [InlineData("/dashboard")]
    public async Task The_grid_counts_what_the_api_counts(string page)
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync(page);
        var shown = new Dictionary<(int R, int Fm), int>();
        foreach (var cell in await visit.Page.Locator(".rfm a[data-count]").AllAsync())
        {
            shown[(await NumberAsync(cell, "data-r"), await NumberAsync(cell, "data-fm"))] = await NumberAsync(cell, "data-count");
        }

        var report = await visit.ApiAsync("/api/v1/analytics/rfm");
        var counted = new Dictionary<(int R, int Fm), int>();
        foreach (var score in report.GetProperty("scores").EnumerateArray())
        {
            var key = (score.GetProperty("r").GetInt32(), (score.GetProperty("f").GetInt32() + score.GetProperty("m").GetInt32() + 1) / 2);
            counted[key] = counted.GetValueOrDefault(key) + score.GetProperty("count").GetInt32();
        }

        Assert.Equal(25, shown.Count);
        Assert.All(shown, cell => Assert.Equal(counted.GetValueOrDefault(cell.Key), cell.Value));
        Assert.Equal(report.GetProperty("eligible").GetInt32(), shown.Values.Sum());
    }

    [Fact]
    public async Task A_cell_opens_to_exactly_its_customers()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/rfm");
        var fullest = visit.Page.Locator(".rfm a[data-count]").First;
        foreach (var cell in await visit.Page.Locator(".rfm a[data-count]").AllAsync())
        {
            fullest = await NumberAsync(cell, "data-count") > await NumberAsync(fullest, "data-count") ? cell : fullest;
        }

        var count = await NumberAsync(fullest, "data-count");
        await fullest.ClickAsync();
        await visit.Page.WaitForURLAsync("**/customers?r=*");
        Assert.StartsWith($"{count} ", await visit.Page.Locator(".totals strong").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<int> NumberAsync(Microsoft.Playwright.ILocator cell, string attribute) =>
        int.Parse((await cell.GetAttributeAsync(attribute))!, CultureInfo.InvariantCulture);
}
