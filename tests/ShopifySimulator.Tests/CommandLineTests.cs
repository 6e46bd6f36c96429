namespace XSight.ShopifySimulator.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_are_read()
    {
        var options = CommandLine.Parse(["--port", "5650", "--orders", "a.csv", "--currency", "GBP", "--time-zone", "Europe/London", "--dates", "2011-12-10", "--bucket", "2000/100", "--bulk-pace", "500"]);
        var store = Assert.Single(options.Stores);
        Assert.Equal(5650, options.Url.Port);
        Assert.Equal((new OrderSource.Log("a.csv"), "GBP", new DateOnly(2011, 12, 10)), (store.Source, store.Currency.Code, store.Anchor));
        Assert.Equal((new BucketOptions(2000, 100), 500), (options.Bucket, options.Bulk.ObjectsPerSecond));
    }

    [Theory]
    [InlineData("There is no option --colour.", "--colour", "red")]
    [InlineData("--port needs a value.", "--port")]
    [InlineData("'x' is no value for --scale.", "--scale", "x")]
    [InlineData("'1/2/3' is no value for --bucket.", "--bucket", "1/2/3")]
    [InlineData("'Mars/Olympus' is no value for --time-zone.", "--time-zone", "Mars/Olympus")]
    public void A_wrong_option_is_named(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => CommandLine.Parse(arguments)).Message);
}
