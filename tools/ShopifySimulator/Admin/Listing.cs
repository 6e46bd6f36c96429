using System.Text;
using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>Pages through rows in the order of a key, by cursors that name the last key and id, so that a page does not shift when rows are added.</summary>
internal sealed class Listing(SortedRows rows, Func<int, long> keyOf, Func<int, long> idOf, Func<int, object?> nodeAt)
{
    /// <summary>No row below this key can match; spares the scan from the beginning.</summary>
    public long LowestKey { get; init; } = long.MinValue;

    /// <summary>No row above this key can match; spares the scan to the end.</summary>
    public long HighestKey { get; init; } = long.MaxValue;

    /// <exception cref="GraphQLException">The paging arguments are wrong.</exception>
    public Page Page(ArgumentValues arguments)
    {
        var size = SizeOf(arguments);
        var fromEnd = arguments.Int("first") is null;
        var backward = arguments.Flag("reverse") != fromEnd;
        var low = LowestKey == long.MinValue ? 0 : rows.LowerBound(LowestKey, long.MinValue);
        var high = HighestKey == long.MaxValue ? rows.Count : rows.LowerBound(HighestKey, long.MaxValue);
        var after = arguments.Text("after");
        var before = arguments.Text("before");
        (after, before) = arguments.Flag("reverse") ? (before, after) : (after, before);
        if (after is not null)
        {
            var (key, id) = ReadCursor(after);
            low = Math.Max(low, rows.LowerBound(key, id + 1));
        }

        if (before is not null)
        {
            var (key, id) = ReadCursor(before);
            high = Math.Min(high, rows.LowerBound(key, id));
        }

        var edges = new List<Edge>(Math.Min(size, Math.Max(0, high - low)));
        var more = false;
        for (var i = backward ? high - 1 : low; (backward ? i >= low : i < high) && !more; i += backward ? -1 : 1)
        {
            if (nodeAt(rows[i]) is { } node)
            {
                more = edges.Count == size;
                if (!more)
                {
                    edges.Add(new Edge(WriteCursor(keyOf(rows[i]), idOf(rows[i])), node));
                }
            }
        }

        if (fromEnd)
        {
            edges.Reverse();
            return new Page(edges, arguments.Text("before") is not null, more);
        }

        return new Page(edges, more, arguments.Text("after") is not null);
    }

    private static int SizeOf(ArgumentValues arguments)
    {
        var name = arguments.Int("first") is null ? "last" : "first";
        var size = arguments.Int(name);
        var fault = size switch
        {
            null => "you must provide one of first or last",
            < 0 => $"{name} cannot be negative",
            > XSight.ShopifySimulator.Page.FirstMax => $"{name} cannot exceed {XSight.ShopifySimulator.Page.FirstMax}",
            _ => null,
        };
        return fault is null ? size!.Value : throw new GraphQLException(GraphQLError.Plain(fault, "BAD_REQUEST"), withNullData: true);
    }

    private static string WriteCursor(long key, long id) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"last_id":{{id}},"last_value":"{{key}}"}"""));

    private static (long Key, long Id) ReadCursor(string cursor)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(cursor));
            var key = long.Parse(json.RootElement.GetProperty("last_value").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            return (key, json.RootElement.GetProperty("last_id").GetInt64());
        }
        catch (Exception broken) when (broken is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or OverflowException or ArgumentNullException)
        {
            throw new GraphQLException(GraphQLError.Plain("Invalid cursor for current pagination sort.", "BAD_REQUEST"), withNullData: true);
        }
    }
}
