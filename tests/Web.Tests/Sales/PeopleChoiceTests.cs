using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using XSight.Web.Formatting;
using XSight.Web.Sales;

namespace XSight.Web.Tests.Sales;

public sealed class PeopleChoiceTests
{
    private static readonly PeopleChoice AllTime = new(20_000, 20_400);
    private static readonly ShopFormat Format = new("USD", "America/New_York");
    private static readonly ProductNames Names = new([new ProductTitle(5, "Kettle"), new ProductTitle(6, "Tea")]);

    public static TheoryData<string> Addresses =>
    [
        "",
        "&kind=new&gap=second&gap-from=8&gap-to=14",
        "&kind=new&gap=third",
        "&kind=returning&product=5",
        "&kind=new&first=0",
        "&top=5",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public void An_address_is_written_as_it_was_read(string filters)
    {
        var href = $"/sales/people?from=2024-10-04&to=2025-11-08{filters}";

        Assert.Equal(href, Read(href[PeopleChoice.Path.Length..])!.Href());
    }

    [Theory]
    [InlineData("?from=2025-11-08&to=2024-10-04")]
    [InlineData("?to=2024-10-04")]
    [InlineData("?from=1800-01-01&to=2024-10-04")]
    public void Without_a_range_of_days_there_is_no_list(string query) => Assert.Null(Read(query));

    [Fact]
    public void What_is_said_wrongly_is_not_said()
    {
        var choice = Read("?from=2024-10-04&to=2025-11-08&kind=9&gap=fourth&gap-to=3&top=101&product=x&after=7");

        Assert.Equal(AllTime, choice);
    }

    [Fact]
    public void The_place_of_the_next_page_is_read_back()
    {
        var place = new SalesPersonCursor(-250, 7);
        var href = PeopleChoice.HrefAfter(AllTime.Href(), place);

        Assert.Equal(AllTime with { After = place }, Read(href[PeopleChoice.Path.Length..]));
    }

    [Fact]
    public void A_list_is_called_by_what_its_customers_have_in_common()
    {
        Assert.Equal("Customers who bought", Title(AllTime));
        Assert.Equal("Customers who bought Kettle", Title(AllTime with { Product = 5 }));
        Assert.Equal("Returning customers who bought Kettle", Title(AllTime with { Product = 5, Kind = PeopleKind.Returning }));
        Assert.Equal("Best 5% of the customers who bought", Title(AllTime with { Top = 5 }));
        Assert.Equal("Customers who began with Tea", Title(AllTime with { First = 6, Kind = PeopleKind.New }));
        Assert.Equal("Customers whose second order came", Title(Gap(GapStep.Second, 0, null)));
        Assert.Equal("Customers whose second order came within 90 days of the first", Title(Gap(GapStep.Second, 0, 90)));
        Assert.Equal("Customers whose third order came 8 to 14 days after the second", Title(Gap(GapStep.Third, 8, 14)));
        Assert.Equal("Customers whose third order came 366 days or more after the second", Title(Gap(GapStep.Third, 366, null)));
        Assert.Equal("Customers who began with Tea whose second order came within 1 day of the first", Title(Gap(GapStep.Second, 0, 1) with { First = 6 }));

        static PeopleChoice Gap(GapStep step, int from, int? to) => AllTime with { Kind = PeopleKind.New, Gap = new OrderGap(step, from, to) };

        static string Title(PeopleChoice choice) => PeopleTitle.Of(choice, Names, Format);
    }

    private static PeopleChoice? Read(string query) => PeopleChoice.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
