using System.Globalization;
using System.Text.Json;
using GraphQLParser.AST;

namespace XSight.ShopifySimulator;

/// <summary>Turns literals and JSON variables into values of an argument's type.</summary>
internal static class ValueReader
{
    /// <summary>Reads a literal; false when it is not of the type.</summary>
    public static bool TryRead(GraphQLValue literal, Argument argument, QueryVariables variables, out object? value)
    {
        value = null;
        switch (literal)
        {
            case GraphQLNullValue:
                return !argument.Required;
            case GraphQLVariable variable:
                value = variables.Use(variable, argument);
                return true;
            case GraphQLListValue list when argument.IsList:
                return TryReadList(list.Values ?? [], argument, variables, out value);
            default:
                return TryReadSingle(literal, argument.Type, variables, out value) && Wrap(argument, ref value);
        }
    }

    /// <summary>Reads a variable's JSON; false when it is not of the type.</summary>
    public static bool TryRead(JsonElement json, Argument argument, out object? value)
    {
        value = null;
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return !argument.Required;
        }

        if (!argument.IsList || json.ValueKind != JsonValueKind.Array)
        {
            return TryReadSingle(json, argument.Type, out value) && Wrap(argument, ref value);
        }

        var items = new List<object?>();
        foreach (var element in json.EnumerateArray())
        {
            if (!TryReadSingle(element, argument.Type, out var item))
            {
                return false;
            }

            items.Add(item);
        }

        value = items;
        return true;
    }

    /// <summary>A single value stands for a list of one.</summary>
    private static bool Wrap(Argument argument, ref object? value)
    {
        value = argument.IsList ? new List<object?> { value } : value;
        return true;
    }

    private static bool TryReadList(List<GraphQLValue> literals, Argument argument, QueryVariables variables, out object? value)
    {
        var items = new List<object?>(literals.Count);
        value = items;
        foreach (var literal in literals)
        {
            if (!TryRead(literal, argument with { IsList = false, Required = true }, variables, out var item))
            {
                return false;
            }

            items.Add(item);
        }

        return true;
    }

    private static bool TryReadSingle(GraphQLValue literal, InputType type, QueryVariables variables, out object? value)
    {
        value = (type.Kind, literal) switch
        {
            (InputKind.Int, GraphQLIntValue number) when int.TryParse(number.Value.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) => parsed,
            (InputKind.Text, GraphQLStringValue text) => text.Value.ToString(),
            (InputKind.Text, GraphQLIntValue number) when type == InputType.Id => number.Value.ToString(),
            (InputKind.Boolean, GraphQLBooleanValue flag) => flag.BoolValue,
            (InputKind.Enum, GraphQLEnumValue name) when type.Values?.Contains(name.Name.StringValue) != false => name.Name.StringValue,
            _ => null,
        };
        if (type.Kind == InputKind.Object && literal is GraphQLObjectValue fields)
        {
            return TryReadObject(fields, type, variables, out value);
        }

        return value is not null;
    }

    private static bool TryReadObject(GraphQLObjectValue literal, InputType type, QueryVariables variables, out object? value)
    {
        var fields = new Dictionary<string, object?>();
        value = fields;
        foreach (var field in literal.Fields ?? [])
        {
            var definition = type.Fields!.FirstOrDefault(candidate => field.Name == candidate.Name);
            if (definition is null || !TryRead(field.Value, definition, variables, out var item))
            {
                return false;
            }

            fields[definition.Name] = item;
        }

        return type.Fields!.All(field => !field.Required || fields.ContainsKey(field.Name));
    }

    private static bool TryReadSingle(JsonElement json, InputType type, out object? value)
    {
        value = (type.Kind, json.ValueKind) switch
        {
            (InputKind.Int, JsonValueKind.Number) when json.TryGetInt32(out var number) => number,
            (InputKind.Text, JsonValueKind.String) => json.GetString(),
            (InputKind.Text, JsonValueKind.Number) when type == InputType.Id => json.GetRawText(),
            (InputKind.Boolean, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (InputKind.Enum, JsonValueKind.String) when type.Values?.Contains(json.GetString()!) != false => json.GetString(),
            _ => null,
        };
        if (type.Kind == InputKind.Object && json.ValueKind == JsonValueKind.Object)
        {
            return TryReadObject(json, type, out value);
        }

        return value is not null;
    }

    private static bool TryReadObject(JsonElement json, InputType type, out object? value)
    {
        var fields = new Dictionary<string, object?>();
        value = fields;
        foreach (var property in json.EnumerateObject())
        {
            var definition = type.Fields!.FirstOrDefault(candidate => candidate.Name == property.Name);
            if (definition is null || !TryRead(property.Value, definition, out var item))
            {
                return false;
            }

            fields[definition.Name] = item;
        }

        return type.Fields!.All(field => !field.Required || fields.ContainsKey(field.Name));
    }
}
