using System.Text.Json;

namespace XSight.Shopify;

/// <summary>Top-level errors of an answer, by their code (shopify.md 3.1).</summary>
internal static class GraphQLErrors
{
    private const int MessageLengthMax = 300;

    /// <summary>Null when there are none.</summary>
    public static AttemptFailure? Read(JsonElement errors)
    {
        switch (errors.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return Classify(code: null, errors.GetString()!);
            case JsonValueKind.Array when errors.GetArrayLength() == 0:
                return null;
            case JsonValueKind.Array:
                return Worst(errors);
            default:
                return Classify(code: null, "errors of an unknown form");
        }
    }

    /// <summary>An error that no retry mends decides over one that passes.</summary>
    private static AttemptFailure Worst(JsonElement errors)
    {
        AttemptFailure? passing = null;
        foreach (var error in errors.EnumerateArray())
        {
            var failure = Classify(Text(Member(error, "extensions"), "code"), Text(error, "message") ?? "an error without a message");
            if (!failure.IsTransient)
            {
                return failure;
            }

            passing ??= failure;
        }

        return passing!;
    }

    private static AttemptFailure Classify(string? code, string message)
    {
        var text = message.Length > MessageLengthMax ? message[..MessageLengthMax] + "…" : message;
        return code switch
        {
            "THROTTLED" => Throttled(),
            "ACCESS_DENIED" => new(ShopifyErrorKind.Forbidden, $"the store denies access: {text}"),
            "SHOP_INACTIVE" => new(ShopifyErrorKind.Locked, $"the store is not active: {text}"),
            "INTERNAL_SERVER_ERROR" or "TIMEOUT" => new(ShopifyErrorKind.ServerError, $"the store has a problem of its own: {text}", IsTransient: true),
            null when text.Equals("Throttled", StringComparison.OrdinalIgnoreCase) => Throttled(),
            _ => new(ShopifyErrorKind.InvalidQuery, $"the store does not accept the query: {text}"),
        };
    }

    private static AttemptFailure Throttled() =>
        new(ShopifyErrorKind.Throttled, "the store throttles us", IsTransient: true, Pause: StatusFailures.ThrottledPause);

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
