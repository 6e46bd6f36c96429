using XSight.Api.Configuration;
using XSight.Api.Demo;

namespace XSight.Api.Tests.Configuration;

public sealed class DemoOptionsTests
{
    [Fact]
    public void Without_its_switch_there_is_no_demo_and_other_arguments_stay() =>
        Assert.Equal((null, "--urls http://localhost:1"), Parse("--urls", "http://localhost:1"));

    [Fact]
    public void Its_switches_are_taken_out_wherever_they_stand() =>
        Assert.Equal(
            (new DemoOptions { Customers = 250, KeepDates = true }, "--urls http://localhost:1"),
            Parse("--demo-scale", "250", "--urls", "http://localhost:1", "--demo", "--demo-dates", "keep"));

    [Theory]
    [InlineData("--demo-scale", "--demo", "--demo-scale", "0")]
    [InlineData("--demo-scale", "--demo", "--demo-scale", "many")]
    [InlineData("--demo-scale", "--demo", "--demo-scale")]
    [InlineData("--demo-dates", "--demo", "--demo-dates", "move")]
    [InlineData("--demo-orders", "--demo", "--demo-orders", "/no/such/file.csv")]
    [InlineData("--demo", "--demo-scale", "5")]
    public void A_switch_that_makes_no_sense_stops_the_start_with_its_name(string name, params string[] args) =>
        Assert.Equal(name, Assert.Throws<ConfigurationException>(() => DemoOptions.Parse(args)).Setting);

    private static (DemoOptions? Demo, string Others) Parse(params string[] args)
    {
        var (demo, others) = DemoOptions.Parse(args);
        return (demo, string.Join(' ', others));
    }
}
