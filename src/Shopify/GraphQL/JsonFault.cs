using System.Globalization;
using System.Text.Json;

namespace XSight.Shopify;

/// <summary>Where JSON broke, in one line, without the values around it.</summary>
internal static class JsonFault
{
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

        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
