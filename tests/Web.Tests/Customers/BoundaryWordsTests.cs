using XSight.Web.Customers;
using XSight.Web.Formatting;

namespace XSight.Web.Tests.Customers;

public sealed class BoundaryWordsTests
{
    private static readonly ShopFormat Format = new("GBP", "Europe/London");

    private static string Say(BoundaryDistance boundary) => BoundaryWords.Of(boundary, Format);

    [Fact]
    public void A_rise_says_what_it_takes()
    {
        Assert.Equal("2 orders to Loyal", Say(new BoundaryDistance { Group = "loyal", Orders = 2 }));
        Assert.Equal("1 order and £20.50 more to Champions", Say(new BoundaryDistance { Group = "champions", Orders = 1, MoneyMinor = 2_050 }));
        Assert.Equal("1 order to Active, the next one today", Say(new BoundaryDistance { Group = "active", Orders = 1, NeedsOrderToday = true }));
        Assert.Equal("An order today makes them Promising", Say(new BoundaryDistance { Group = "promising", NeedsOrderToday = true }));
    }

    [Fact]
    public void A_slip_says_when_or_after_whom()
    {
        var day = ShopFormat.DayOf(new DateOnly(2026, 3, 4));
        Assert.Equal("Slips to At risk on 4 Mar 2026 unless they buy", Say(new BoundaryDistance { Group = "at_risk", OvertakersUntilSlip = 3, ExpectedSlipDay = day }));
        Assert.Equal("Slips to At risk once 3 other customers buy more recently", Say(new BoundaryDistance { Group = "at_risk", OvertakersUntilSlip = 3 }));
        Assert.Equal("Slips to At risk once 1 other customer buys more recently", Say(new BoundaryDistance { Group = "at_risk", OvertakersUntilSlip = 1 }));
    }
}
