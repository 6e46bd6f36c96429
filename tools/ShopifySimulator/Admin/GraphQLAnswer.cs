using System.Buffers;
using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>The envelope of GraphQL answers: data or errors, and what it cost.</summary>
internal static class GraphQLAnswer
{
    private const string LimitsDocumentation = "https://shopify.dev/api/usage/rate-limits";
    private const string AccessDocumentation = "https://shopify.dev/api/usage/access-scopes";

    public static ReadOnlyMemory<byte> Data(ReadOnlyMemory<byte> data, double cost, QueryContext context, LeakyBucket bucket) => Write(writer =>
    {
        writer.WritePropertyName("data");
        writer.WriteRawValue(data.Span, skipInputValidation: true);
        writer.WriteStartObject("extensions");
        WriteCost(writer, cost, context.ActualCost, bucket);
        WriteWarnings(writer, context.SearchWarnings);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Failed(GraphQLException failed, LeakyBucket bucket) => Write(writer =>
    {
        if (failed.WithNullData)
        {
            writer.WriteNull("data");
        }

        WriteErrors(writer, failed.Errors);
        writer.WriteStartObject("extensions");
        WriteCost(writer, 0, 0, bucket);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Throttled(double cost, LeakyBucket bucket) => Write(writer =>
    {
        WriteErrors(writer, [GraphQLError.Plain("Throttled", "THROTTLED") with { Extensions = new Dictionary<string, object?> { ["code"] = "THROTTLED", ["documentation"] = LimitsDocumentation } }]);
        writer.WriteStartObject("extensions");
        WriteCost(writer, cost, null, bucket);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> TooCostly(double cost) => Write(writer =>
    {
        var message = $"Query cost is {cost:0}, which exceeds the single query max cost limit ({QueryCost.SingleQueryMax:0}).\n\n"
            + $"See {LimitsDocumentation} for more information on how the cost of a query is calculated.\n\n"
            + "To query larger amounts of data with fewer limits, bulk operations should be used instead.";
        var details = new Dictionary<string, object?>
        {
            ["code"] = "MAX_COST_EXCEEDED",
            ["cost"] = cost,
            ["maxCost"] = QueryCost.SingleQueryMax,
            ["documentation"] = LimitsDocumentation,
        };
        WriteErrors(writer, [new GraphQLError(message, 0, 0, null, details)]);
    });

    public static GraphQLError Denied(string field, string scope) => new($"Access denied for {field} field. Required access: `{scope}` access scope.", 0, 0, [field], new Dictionary<string, object?>
    {
        ["code"] = "ACCESS_DENIED",
        ["documentation"] = AccessDocumentation,
        ["requiredAccess"] = $"`{scope}` access scope.",
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Json.WriterOptions))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteStartArray("errors");
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message", error.Message);
            if (error.Line > 0)
            {
                writer.WriteStartArray("locations");
                writer.WriteStartObject();
                writer.WriteNumber("line", error.Line);
                writer.WriteNumber("column", error.Column);
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            if (error.Path is not null)
            {
                writer.WritePropertyName("path");
                JsonSerializer.Serialize(writer, error.Path);
            }

            if (error.Extensions is not null)
            {
                writer.WritePropertyName("extensions");
                JsonSerializer.Serialize(writer, error.Extensions);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCost(Utf8JsonWriter writer, double requested, double? actual, LeakyBucket bucket)
    {
        writer.WriteStartObject("cost");
        writer.WriteNumber("requestedQueryCost", requested);
        if (actual is { } known)
        {
            writer.WriteNumber("actualQueryCost", known);
        }
        else
        {
            writer.WriteNull("actualQueryCost");
        }

        writer.WriteStartObject("throttleStatus");
        writer.WriteNumber("maximumAvailable", bucket.Options.Size);
        writer.WriteNumber("currentlyAvailable", bucket.Available);
        writer.WriteNumber("restoreRate", bucket.Options.RestorePerSecond);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteWarnings(Utf8JsonWriter writer, List<SearchWarning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        writer.WritePropertyName("search");
        JsonSerializer.Serialize(writer, warnings.GroupBy(warning => (warning.Path, warning.Query)).Select(search => new
        {
            path = new[] { search.Key.Path },
            query = search.Key.Query,
            parsed = new { },
            warnings = search.Select(warning => new { field = warning.Field, message = "Invalid search field for this query.", code = "invalid_field" }),
        }));
    }
}
