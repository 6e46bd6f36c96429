using Microsoft.Extensions.Configuration;
using XSight.Api.Configuration;
using XSight.Api.Demo;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Configuration;

public sealed class XSightOptionsLoaderTests
{
    private const string Postgres = "postgresql://xsight@localhost/xsight";
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Fact]
    public void An_embedded_installation_starts_without_a_setting_and_keeps_its_keys()
    {
        using var folder = new TemporaryFolder();
        var first = Load(folder);
        var second = Load(folder);

        Assert.False(first.CanConnect);
        Assert.True(first.IsEmbedded);
        Assert.Equal(first.SessionKey, second.SessionKey);
        Assert.Equal(first.EncryptionKey, second.EncryptionKey);
        Assert.NotEqual(first.SessionKey, first.EncryptionKey);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.PathOf(KeyFile.Name)));
        }
    }

    [Fact]
    public void A_damaged_key_file_stops_the_start_instead_of_being_replaced()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf(KeyFile.Name), "{\"SessionKey\":\"AAAA\"");
        Assert.Throws<ConfigurationException>(() => Load(folder));
        Assert.Equal("{\"SessionKey\":\"AAAA\"", File.ReadAllText(folder.PathOf(KeyFile.Name)));
    }

    [Fact]
    public void Without_a_shopify_app_no_two_starts_share_a_secret()
    {
        using var folder = new TemporaryFolder();
        Assert.NotEqual(Load(folder).Shopify.ApiSecret, Load(folder).Shopify.ApiSecret);
    }

    [Theory]
    [InlineData("SHOPIFY_API_SECRET", "SHOPIFY_API_KEY=k;SHOPIFY_APP_URL=https://x.example")]
    [InlineData("SHOPIFY_API_KEY", "SHOPIFY_API_SECRET=s;SHOPIFY_APP_URL=https://x.example")]
    [InlineData("SHOPIFY_APP_URL", "SHOPIFY_API_KEY=k;SHOPIFY_API_SECRET=s")]
    [InlineData("SHOPIFY_APP_URL", "SHOPIFY_API_KEY=k;SHOPIFY_API_SECRET=s;SHOPIFY_APP_URL=https://x.example/path")]
    [InlineData("JWT_SECRET", "JWT_SECRET=too-short")]
    [InlineData("ENCRYPTION_KEY", "ENCRYPTION_KEY=not-base64")]
    [InlineData("ENCRYPTION_KEY", "ENCRYPTION_KEY=AAAA")]
    [InlineData("SHOPIFY_API_KEY", "DATABASE_URL=" + Postgres)]
    [InlineData("JWT_SECRET", "DATABASE_URL=" + Postgres + ";SHOPIFY_API_KEY=k;SHOPIFY_API_SECRET=s;SHOPIFY_APP_URL=https://x.example")]
    public void What_is_missing_or_malformed_stops_the_start_with_its_name(string name, string settings)
    {
        using var folder = new TemporaryFolder();
        var pairs = settings.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1])).ToArray();
        var error = Assert.Throws<ConfigurationException>(() => Load(folder, pairs));
        Assert.Equal(name, error.Setting);
        Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_installation_takes_what_it_is_told()
    {
        using var folder = new TemporaryFolder();
        var options = Load(
            folder,
            ("DATABASE_URL", Postgres),
            ("JWT_SECRET", new string('j', 32)),
            ("ENCRYPTION_KEY", Key),
            ("SHOPIFY_API_KEY", "k"),
            ("SHOPIFY_API_SECRET", "s"),
            ("SHOPIFY_API_SECRET_PREVIOUS", "p"),
            ("SHOPIFY_APP_URL", "https://x.example"),
            ("SCOPES", "read_orders"));
        Assert.True(options.CanConnect);
        Assert.False(options.IsEmbedded);
        Assert.Equal(("k", "s", "p", "read_orders"), (options.Shopify.ApiKey, options.Shopify.ApiSecret, options.Shopify.PreviousApiSecret, options.Shopify.Scopes));
        Assert.False(File.Exists(folder.PathOf(KeyFile.Name)));
    }

    [Theory]
    [InlineData(null, "http://localhost:5080/")]
    [InlineData("http://+:8080", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8081;https://0.0.0.0:8443", "http://localhost:8081/")]
    [InlineData("http://127.0.0.1:8082", "http://127.0.0.1:8082/")]
    public void The_demo_lives_where_the_server_listens(string? urls, string expected)
    {
        using var folder = new TemporaryFolder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("XSIGHT_DATA", folder.FullPath), new("urls", urls)]).Build();
        Assert.Equal(expected, XSightOptionsLoader.Load(configuration, new DemoOptions()).Shopify.AppUrl.AbsoluteUri);
    }

    private static XSightOptions Load(TemporaryFolder folder, params (string Name, string Value)[] settings) =>
        XSightOptionsLoader.Load(
            new ConfigurationBuilder().AddInMemoryCollection([new("XSIGHT_DATA", folder.FullPath), .. settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))]).Build(),
            demo: null);
}
