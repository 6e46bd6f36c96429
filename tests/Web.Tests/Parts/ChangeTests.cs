using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Tests.Parts;

public sealed class ChangeTests
{
    private static readonly ShopFormat Format = new("USD", "UTC");

    [Theory]
    [InlineData(106, 100, "up", "6.0%")]
    [InlineData(80, 100, "down", "20%")]
    [InlineData(100, 100, "unchanged", "0.0%")]
    [InlineData(100_001, 100_000, "unchanged", "0.0%")]
    [InlineData(5, -10, "up", "150%")]
    public void A_change_is_told_in_a_word_and_a_share_of_what_it_was(long now, long before, string word, string size)
    {
        var change = Change.OfAmount(now, before, "before", Format);
        Assert.Equal((word, size), (change!.Word, change.Size));
    }

    [Fact]
    public void Nothing_before_gives_no_change() => Assert.Null(Change.OfAmount(5, 0, "0", Format));

    [Theory]
    [InlineData(0.382, 0.394, "down", "1.2 points")]
    [InlineData(0.40, 0.39, "up", "1 point")]
    [InlineData(0.4001, 0.4, "unchanged", "0 points")]
    public void Shares_change_by_points(double now, double before, string word, string size)
    {
        var change = Change.OfShare(now, before, Format);
        Assert.Equal((word, size), (change.Word, change.Size));
    }
}
