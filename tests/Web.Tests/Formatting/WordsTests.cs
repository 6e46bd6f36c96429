using XSight.Web.Formatting;

namespace XSight.Web.Tests.Formatting;

public sealed class WordsTests
{
    [Theory]
    [InlineData("at_risk", "At risk")]
    [InlineData("needs-attention", "Needs attention")]
    [InlineData("champions", "Champions")]
    [InlineData("", "")]
    public void A_name_of_data_is_read_as_words(string name, string expected) => Assert.Equal(expected, Words.Label(name));

    [Fact]
    public void One_is_not_many()
    {
        Assert.Equal("1 order", Words.Plural(1, "1", "order"));
        Assert.Equal("0 orders", Words.Plural(0, "0", "order"));
        Assert.Equal("2 cities", Words.Plural(2, "2", "city", "cities"));
    }
}
