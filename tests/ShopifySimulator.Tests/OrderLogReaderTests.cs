using System.IO.Compression;
using System.Text;

namespace XSight.ShopifySimulator.Tests;

public sealed class OrderLogReaderTests
{
    private const string Header = "invoice,customer_id,invoice_date,amount,cancelled\n";

    [Fact]
    public void A_row_is_read_as_it_stands()
    {
        var row = Assert.Single(Read(Header + "536365,17850,2010-12-01T08:26:00,139.12,0\n"));
        Assert.Equal(new OrderLogRow(2, 6_000_000_536_365, 5_000_000_017_850, new DateTime(2010, 12, 1, 8, 26, 0), 13_912, false), row);
    }

    [Fact]
    public void A_date_without_time_is_noon() =>
        Assert.Equal(new DateTime(1997, 1, 1, 12, 0, 0), Read(Header + "a,1,1997-01-01,1,0\n")[0].LocalTime);

    [Fact]
    public void A_cancelled_row_loses_its_sign() =>
        Assert.Equal((2_750, true), Read(Header + "C1,1,2010-12-01,-27.50,1\n").Select(row => (row.AmountMinor, row.Cancelled)).Single());

    [Theory]
    [InlineData("222.831", 22_283)]
    [InlineData("2.345", 235)]
    [InlineData("-2.345", -235)]
    [InlineData("0.00", 0)]
    [InlineData("-11062.06", -1_106_206)]
    [InlineData("7", 700)]
    public void An_amount_rounds_half_away_from_zero(string amount, long minor) =>
        Assert.Equal(minor, Read(Header + $"1,1,2010-12-01,{amount},0\n")[0].AmountMinor);

    [Theory]
    [InlineData("JPY", "1000.5", 1001)]
    [InlineData("KWD", "15.001", 15_001)]
    public void Minor_units_are_those_of_the_currency(string currency, string amount, long minor) =>
        Assert.Equal(minor, Read(Header + $"1,1,2010-12-01,{amount},0\n", new Currency(currency))[0].AmountMinor);

    [Fact]
    public void Columns_may_come_in_another_order_quoted_and_with_more_beside_them()
    {
        var rows = Read("cancelled,\"amount\",note,invoice_date,customer_id,invoice\r\n0,\"12.50\",\"a \"\"b\"\", c\",2010-12-01,\"x,y\",i1\r\n");
        Assert.Equal((1_250, ExternalId.From("x,y"), ExternalId.From("i1")), (rows[0].AmountMinor, rows[0].CustomerId, rows[0].OrderId));
    }

    [Theory]
    [InlineData("i1,7,1997-13-01,1.00,0", "line 2, column 3 (invoice_date): expected a date such as 1997-01-01 or 2010-12-01T08:26:00, found '1997-13-01'")]
    [InlineData("i1,7,0001-01-01,1.00,0", "line 2, column 3 (invoice_date): expected a year from 1900 to 2200, found '0001-01-01'")]
    [InlineData("i1,7,1997-01-01,twelve,0", "line 2, column 4 (amount): expected a decimal number such as 12.34, found 'twelve'")]
    [InlineData("i1,7,1997-01-01,\"1,5\",0", "line 2, column 4 (amount): expected a decimal number such as 12.34, found '1,5'")]
    [InlineData("i1,7,1997-01-01,99999999999999999999999999,0", "line 2, column 4 (amount): expected an amount that fits 64 bits of minor units")]
    [InlineData("i1,7,1997-01-01,1.00,maybe", "line 2, column 5 (cancelled): expected 0 or 1, found 'maybe'")]
    [InlineData(",7,1997-01-01,1.00,0", "line 2, column 1 (invoice): expected an invoice id, found ''")]
    [InlineData("i1,7,1997-01-01", "line 2: expected at least 5 columns, found 3")]
    [InlineData("i1,7,1997-01-01,\"1.00,0", "line 2: column 4: expected a closing double quote before the line's end")]
    [InlineData("i1,7,1997-01-01,1.00,0\n\ni1,8,1997-01-02,1.00,0", "line 4, column 1 (invoice): expected an invoice id that occurs once, but it is also in line 2")]
    public void A_malformed_row_is_refused_with_its_place(string row, string message)
    {
        var refused = Assert.Throws<OrderLogException>(() => Read(Header + row + "\n"));
        Assert.StartsWith("orders.csv, " + message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "'invoice' is missing")]
    [InlineData("invoice,customer,invoice_date,amount,cancelled\n", "'customer_id' is missing")]
    [InlineData(Header, "expected at least one order below the header")]
    public void A_log_without_header_or_orders_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<OrderLogException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.GetBytes(Header), 0xFF, 0xFE, 0xFD]);
        Assert.Contains("expected UTF-8", Assert.Throws<OrderLogException>(() => new OrderLogReader("orders.csv", new Currency("USD")).Read(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zipped_log_is_read_whatever_its_name()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            {
                zip.Write(Encoding.UTF8.GetBytes(Header + "1,1,2010-12-01,1.00,0\n"));
            }

            Assert.Single(OrderLogReader.ReadFile(path, new Currency("USD")));
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..20]);
            Assert.Throws<OrderLogException>(() => OrderLogReader.ReadFile(path, new Currency("USD")));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_log_that_is_not_there_is_named() =>
        Assert.Contains("no-such-orders.csv", Assert.Throws<OrderLogException>(() => OrderLogReader.ReadFile("no-such-orders.csv", new Currency("USD"))).Message, StringComparison.Ordinal);

    private static List<OrderLogRow> Read(string text, Currency? currency = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return new OrderLogReader("orders.csv", currency ?? new Currency("USD")).Read(stream);
    }
}
