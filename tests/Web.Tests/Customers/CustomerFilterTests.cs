using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;
using XSight.Storage;
using XSight.Web.Customers;

namespace XSight.Web.Tests.Customers;

public sealed class CustomerFilterTests
{
    private static CustomerFilter Read(string query) => CustomerFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    [Theory]
    [InlineData("")]
    [InlineData("?q=Ana%20Ruiz&group=loyal&group=at_risk&r=4&fm=2&country=US&tag=vip&sort=spent&dir=asc&cursor=abc")]
    [InlineData("?first-from=2026-01-01&first-to=2026-01-31&ordered-from=2026-02-01&ordered-to=2026-02-28&bought=77")]
    [InlineData("?sort=name")]
    [InlineData("?sort=name&dir=desc")]
    [InlineData("?dir=asc")]
    public void An_address_is_read_and_written_without_loss(string query) => Assert.Equal("/customers" + query, Read(query).Href());

    [Theory]
    [InlineData("?r=0&fm=6")]
    [InlineData("?r=five&fm=")]
    [InlineData("?first-from=1.1.2026&ordered-to=&bought=soap")]
    [InlineData("?sort=password&dir=sideways")]
    [InlineData("?q=%20%20&group=&country=")]
    public void What_makes_no_sense_is_left_out(string query) => Assert.Equal("/customers", Read(query).Href());

    [Fact]
    public void Too_much_text_is_cut_to_what_the_query_takes() =>
        Assert.Equal(CustomerListQuery.SearchLengthMax, Read("?q=" + new string('a', 5_000)).Search!.Length);

    [Fact]
    public void A_second_click_on_a_column_turns_it_round_and_goes_to_the_first_page()
    {
        var filter = Read("?q=ana&cursor=abc");
        var bySpent = filter.SortedBy(CustomerSort.TotalSpent);
        Assert.Equal("/customers?q=ana&sort=spent", bySpent.Href());
        Assert.Equal("/customers?q=ana&sort=spent&dir=asc", bySpent.SortedBy(CustomerSort.TotalSpent).Href());
        Assert.False(filter.SortedBy(CustomerSort.Name).Descending);
    }
}
