using XSight.Web.Churn;

namespace XSight.Api.Tests.Churn;

public sealed class ChurnCursorTests
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(20_571, 5_000_000_022_279, 0.1f)]
    [InlineData(-500, 42, 1)]
    [InlineData(long.MaxValue, long.MinValue, 0.999999999)]
    public void A_place_comes_back_as_it_was_written(long money, long customer, double risk)
    {
        var place = new ChurnPlace(money, customer, risk);

        Assert.Equal(place, ChurnCursor.Read(ChurnCursor.Write(place)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("MTIz")]
    [InlineData("MS4y")]
    [InlineData("MS4yLjMuNA")]
    [InlineData("YS5i")]
    public void What_was_not_written_here_is_no_place(string? cursor) => Assert.Null(ChurnCursor.Read(cursor));

    [Fact]
    public void Levels_are_read_by_their_own_names_only()
    {
        Assert.All(Enum.GetValues<RiskLevel>(), level => Assert.Equal(level, ChurnNames.LevelOf(ChurnNames.Of(level))));
        Assert.Null(ChurnNames.LevelOf("0"));
        Assert.Null(ChurnNames.LevelOf("Low"));
        Assert.Null(ChurnNames.LevelOf(null));
    }
}
