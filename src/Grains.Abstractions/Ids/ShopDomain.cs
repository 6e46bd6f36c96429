using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace XSight.Abstractions;

/// <summary>A store's permanent address, <c>name.myshopify.com</c> in lower case. The expression is anchored: shopify.md 1.4 says why.</summary>
[JsonConverter(typeof(Json))]
[GenerateSerializer, Immutable, Alias("xsight.shop-domain")]
public readonly partial record struct ShopDomain
{
    private ShopDomain(string value) => Value = value;

    [Id(0)]
    public string Value { get; }

    public static ShopDomain Parse(string text) =>
        TryParse(text, out var shop) ? shop : throw new FormatException($"'{text}' is not a store address: expected name.myshopify.com.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ShopDomain shop)
    {
        var lower = text?.Trim().ToLowerInvariant() ?? "";
        var valid = Pattern().IsMatch(lower);
        shop = valid ? new ShopDomain(lower) : default;
        return valid;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com\z")]
    private static partial Regex Pattern();

    private sealed class Json() : IdJsonConverter<ShopDomain>(Parse);
}
