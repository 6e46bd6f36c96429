using System.Globalization;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Rfm;

public sealed class RfmEndpointTests(TwoStores stores)
{
    private const string Path = "/api/v1/analytics/rfm";

    [Fact]
    public async Task Report_has_four_thresholds_a_dimension_and_counts_every_eligible_customer_once()
    {
        var report = await stores.Ana.ReadAsync(Path);
        var eligible = report.GetProperty("eligible").GetInt32();
        Assert.Equal(Installation.Customers, eligible + report.GetProperty("prospects").GetInt32());
        Assert.Equal("shopify", report.GetProperty("profile").GetString());
        Assert.Equal("USD", report.GetProperty("currency").GetString());
        var thresholds = report.GetProperty("thresholds");
        Assert.All(Items(thresholds, "recency"), day => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.All(Items(thresholds, "monetary"), money => Assert.Matches(@"\A\d+\.\d\d\z", money.GetString()));
        Assert.Equal([4, 4, 4], new[] { "recency", "frequency", "monetary" }.Select(dimension => Items(thresholds, dimension).Count));
        Assert.Equal(eligible, Items(report, "scores").Sum(score => score.GetProperty("count").GetInt32()));
        Assert.Equal(Installation.Customers, Items(report, "groups").Sum(group => group.GetProperty("customers").GetInt32()));
        Assert.Equal(1.0, Items(report, "groups").Sum(group => group.GetProperty("share").GetDouble()), 9);
    }

    [Fact]
    public async Task Matrix_has_all_25_cells_and_the_reports_sums()
    {
        var report = await stores.Ana.ReadAsync(Path);
        var matrix = await stores.Ana.ReadAsync($"{Path}/matrix");
        var cells = Items(matrix, "cells");
        Assert.Equal(25, cells.Select(cell => (cell.GetProperty("r").GetInt32(), cell.GetProperty("fm").GetInt32())).Distinct().Count());
        Assert.Equal(report.GetProperty("eligible").GetInt32(), cells.Sum(cell => cell.GetProperty("customers").GetInt32()));
        var byGroup = cells.GroupBy(cell => cell.GetProperty("group").GetString()!).ToDictionary(group => group.Key, group => group.Sum(cell => cell.GetProperty("customers").GetInt32()));
        foreach (var group in Items(report, "groups").Where(group => byGroup.ContainsKey(group.GetProperty("group").GetString()!)))
        {
            Assert.Equal(group.GetProperty("customers").GetInt32(), byGroup[group.GetProperty("group").GetString()!]);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("54")]
    [InlineData("some")]
    public async Task Movement_over_an_impossible_number_of_weeks_is_refused(string weeks)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}/movement?weeks={weeks}");
        await Problem.OfFieldAsync(answer, "weeks");
    }

    [Fact]
    public async Task Movement_is_a_list_in_the_usual_envelope()
    {
        var list = await stores.Ana.ReadAsync($"{Path}/movement?weeks=4");
        Assert.Equal(["items", "nextCursor", "total"], list.EnumerateObject().Select(fact => fact.Name));
        Assert.Equal(list.GetProperty("items").GetArrayLength(), list.GetProperty("total").GetInt64());
    }

    private static List<JsonElement> Items(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray()];
}
