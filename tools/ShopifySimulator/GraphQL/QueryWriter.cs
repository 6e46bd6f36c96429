using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>Runs a plan: writes what it selects straight into JSON.</summary>
internal static class QueryWriter
{
    public static void WriteRoot(Utf8JsonWriter writer, Plan plan, QueryContext context)
    {
        WriteObject(writer, plan.Root, context.Store, context);
        if (plan.IsMutation)
        {
            // A mutation costs the same whatever it answers.
            context.ActualCost = QueryCost.Of(plan);
        }
    }

    public static void WriteObject(Utf8JsonWriter writer, Selection selection, object source, QueryContext context)
    {
        writer.WriteStartObject();
        foreach (var field in selection.Fields)
        {
            writer.WritePropertyName(field.EncodedKey);
            WriteField(writer, field, source, context);
        }

        writer.WriteEndObject();
    }

    public static void WriteField(Utf8JsonWriter writer, PlannedField planned, object source, QueryContext context)
    {
        var field = planned.Field;
        if (field.Write is not null)
        {
            field.Write(source, writer);
        }
        else if (field.Resolve is not null)
        {
            WriteOne(writer, planned, field.Resolve(source, planned.Arguments, context), context);
        }
        else
        {
            writer.WriteStartArray();
            foreach (var item in field.ResolveMany!(source, planned.Arguments, context))
            {
                WriteOne(writer, planned, item, context);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteOne(Utf8JsonWriter writer, PlannedField planned, object? value, QueryContext context)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        context.ActualCost += planned.Field.IsConnection ? QueryCost.Connection : planned.Field.IsWrapping ? 0 : QueryCost.Object;
        WriteObject(writer, planned.Children!, value, context);
    }
}
