using System.Globalization;
using System.Text.Json;

namespace XSight.Shopify;

/// <summary>Where JSON broke, in one line, without the values around it.</summary>
internal static class JsonFault
{
    private const string QuoteEnd = "' is ";

    public static string Describe(JsonException exception)
    {
        var place = Place(exception);
        return place.Length == 0 ? Reason(exception) : $"{place}: {Reason(exception)}";
    }

    /// <summary>The path such as <c>data.orders.nodes[3].createdAt</c>; empty at the root.</summary>
    public static string Place(JsonException exception) => exception.Path is { Length: > 2 } path ? path[2..] : "";

    /// <summary>The byte column within the line, from 1.</summary>
    public static string Column(JsonException exception) =>
        ((exception.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>System.Text.Json appends path and position to its sentence; we say them ourselves.</summary>
    public static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end < 0)
        {
            end = exception.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        }

        return WithoutValue(end < 0 ? exception.Message : exception.Message[..end]);
    }

    /// <summary>A sentence about a broken literal begins with the literal in quotation marks, which may be anything, also a person's.</summary>
    private static string WithoutValue(string sentence)
    {
        var end = sentence.StartsWith('\'') ? sentence.LastIndexOf(QuoteEnd, StringComparison.Ordinal) : -1;
        return end < 0 ? sentence : "what stands there" + sentence[(end + 1)..];
    }
}
