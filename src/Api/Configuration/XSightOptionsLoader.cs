using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using XSight.Api.Demo;
using XSight.Shopify;

namespace XSight.Api.Configuration;

/// <summary>
/// Reads the settings and refuses to start on a missing or malformed one. An embedded installation (SQLite, one process) needs none: it
/// makes its own keys, and without a Shopify app only connecting a store is closed. A shared one (PostgreSQL) must be told every secret,
/// since several processes have to agree on them.
/// </summary>
public static class XSightOptionsLoader
{
    private const int KeyBytes = 32;
    private const string SqlitePrefix = "sqlite:";
    private static readonly string[] ShopifyNames = [SettingNames.ShopifyApiKey, SettingNames.ShopifyApiSecret, SettingNames.ShopifyAppUrl];

    /// <exception cref="ConfigurationException">A setting is missing or malformed.</exception>
    public static XSightOptions Load(IConfiguration configuration, DemoOptions? demo)
    {
        var data = Text(configuration, SettingNames.Data) ?? "data";
        var database = Text(configuration, SettingNames.DatabaseUrl) ?? $"{SqlitePrefix}{Path.Combine(data, "xsight.db")}";
        var embedded = database.StartsWith(SqlitePrefix, StringComparison.Ordinal);
        var keys = embedded ? KeyFile.ReadOrCreate(data) : null;
        var canConnect = demo is not null || IsShopifyConfigured(configuration, embedded);
        return new XSightOptions
        {
            DataFolder = data,
            DatabaseUrl = database,
            IsEmbedded = embedded,
            SessionKey = SessionKey(Text(configuration, SettingNames.JwtSecret)) ?? keys?.SessionKey ?? throw Missing(SettingNames.JwtSecret),
            EncryptionKey = EncryptionKey(Text(configuration, SettingNames.EncryptionKey)) ?? keys?.EncryptionKey,
            CanConnect = canConnect,
            Shopify = demo is null ? Shopify(configuration, canConnect) : DemoOptions.Shopify(ListenAddress.Of(configuration)),
            Operators = Operators(Text(configuration, SettingNames.Operators), demo),
            Demo = demo,
        };
    }

    private static FrozenSet<UserKey> Operators(string? text, DemoOptions? demo) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Concat(demo is null ? [] : [DemoOptions.Email])
        .Select(email => UserKey.TryFromEmail(email, out var key) ? key : throw new ConfigurationException(SettingNames.Operators, "expected e-mail addresses with commas between them."))
        .ToFrozenSet();

    private static string? Text(IConfiguration configuration, string name) =>
        configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static ConfigurationException Missing(string name) => new(name, "is missing; docs/deployment.md says what it is for.");

    /// <summary>The three belong together: half of them is a mistake, none of them is a choice where one process serves itself.</summary>
    private static bool IsShopifyConfigured(IConfiguration configuration, bool mayBeAbsent)
    {
        var missing = ShopifyNames.Where(name => Text(configuration, name) is null).ToList();
        if (missing.Count == 0)
        {
            return true;
        }

        return !mayBeAbsent || missing.Count < ShopifyNames.Length ? throw Missing(missing[0]) : false;
    }

    private static ShopifyOptions Shopify(IConfiguration configuration, bool configured)
    {
        var standard = new ShopifyOptions
        {
            ApiKey = Text(configuration, SettingNames.ShopifyApiKey) ?? "none",
            // Without an app a secret that nobody knows stands in, so that no signature can be right.
            ApiSecret = Text(configuration, SettingNames.ShopifyApiSecret) ?? RandomNumberGenerator.GetHexString(2 * KeyBytes),
            PreviousApiSecret = Text(configuration, SettingNames.ShopifyApiSecretPrevious),
            AppUrl = configured ? AppUrl(Text(configuration, SettingNames.ShopifyAppUrl)!) : ListenAddress.Of(configuration),
        };
        return standard with
        {
            Scopes = Text(configuration, SettingNames.Scopes) ?? standard.Scopes,
            StoreUrl = Text(configuration, SettingNames.ShopifyStoreUrl) ?? standard.StoreUrl,
        };
    }

    private static Uri AppUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.AbsolutePath == "/"
            ? url
            : throw new ConfigurationException(SettingNames.ShopifyAppUrl, "expected an address such as https://xsight.example, without a path.");

    private static byte[]? SessionKey(string? text)
    {
        var key = text is null ? null : Encoding.UTF8.GetBytes(text);
        return key is null || key.Length >= KeyBytes ? key : throw new ConfigurationException(SettingNames.JwtSecret, $"expected {KeyBytes} bytes or more.");
    }

    private static byte[]? EncryptionKey(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(text, key, out var written) && written == KeyBytes
            ? key
            : throw new ConfigurationException(SettingNames.EncryptionKey, $"expected {KeyBytes} bytes in base64, as `openssl rand -base64 {KeyBytes}` prints them.");
    }
}
