using System.Net;
using Microsoft.Extensions.Configuration;
using XSight.Grains.Hosting;

namespace XSight.Silo.Tests;

public class SiloSettingsTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["DATABASE_URL"] = "postgresql://db/crm",
        ["REDIS_URL"] = "redis://cache",
        ["ENCRYPTION_KEY"] = Convert.ToBase64String(new byte[32]),
        ["SHOPIFY_API_KEY"] = "key",
        ["SHOPIFY_API_SECRET"] = "secret",
        ["SHOPIFY_APP_URL"] = "https://xsight.example",
    };

    [Fact]
    public void What_is_not_set_has_a_standard_value()
    {
        var settings = Read(Complete);

        Assert.Equal(("xsight", "xsight", 11111, 30000), (settings.ServiceId, settings.ClusterId, settings.SiloPort, settings.GatewayPort));
        Assert.Equal(IPAddress.Loopback, settings.AdvertisedAddress);
        Assert.Null(settings.DashboardPassword);
    }

    [Fact]
    public void A_pod_is_reached_at_its_own_address_and_has_its_own_name()
    {
        var settings = Read(new(Complete) { ["POD_IP"] = "10.1.2.3", ["POD_NAME"] = "silo-7" });

        Assert.Equal((IPAddress.Parse("10.1.2.3"), "silo-7"), (settings.AdvertisedAddress, settings.Name));
    }

    [Theory]
    [InlineData("DATABASE_URL", null)]
    [InlineData("REDIS_URL", "")]
    [InlineData("ENCRYPTION_KEY", null)]
    [InlineData("ENCRYPTION_KEY", "c2hvcnQ=")]
    [InlineData("SHOPIFY_API_KEY", null)]
    [InlineData("SHOPIFY_API_SECRET", null)]
    [InlineData("SHOPIFY_APP_URL", "nowhere")]
    [InlineData("POD_IP", "pod-7")]
    [InlineData("ORLEANS_SILO_PORT", "70000")]
    [InlineData("ORLEANS_GATEWAY_PORT", "0")]
    public void What_lacks_or_is_malformed_is_named(string name, string? value) =>
        Assert.StartsWith(name, Assert.Throws<FormatException>(() => Read(new(Complete) { [name] = value })).Message, StringComparison.Ordinal);

    private static SiloSettings Read(Dictionary<string, string?> values) =>
        SiloSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
}
