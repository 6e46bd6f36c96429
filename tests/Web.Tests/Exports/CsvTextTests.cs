using XSight.Web.Exports;

namespace XSight.Web.Tests.Exports;

public sealed class CsvTextTests
{
    [Fact]
    public void A_line_has_every_cell_also_empty_ones() => Assert.Equal(",Ana,,2\r\n", CsvText.Line([null, "Ana", "", "2"]));

    [Theory]
    [InlineData("Ruiz, Ana", "\"Ruiz, Ana\"")]
    [InlineData("the \"best\"", "\"the \"\"best\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("plain", "plain")]
    public void What_would_break_a_cell_is_quoted(string text, string cell) => Assert.Equal(cell + "\r\n", CsvText.Line([text]));

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("@sum", "'@sum")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-12.50", "-12.50")]
    public void A_formula_is_disarmed_and_a_number_is_left_alone(string text, string cell) => Assert.Equal(cell + "\r\n", CsvText.Line([text]));
}
