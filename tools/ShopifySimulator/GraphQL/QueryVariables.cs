using System.Text.Json;
using GraphQLParser.AST;

namespace XSight.ShopifySimulator;

/// <summary>The variables of one operation: what it declares, what was sent, and which were used.</summary>
internal sealed class QueryVariables(GraphQLOperationDefinition operation, string operationPath, JsonElement sent, PlanErrors errors)
{
    private readonly Dictionary<string, GraphQLVariableDefinition> _declared =
        (operation.Variables?.Items ?? []).ToDictionary(definition => definition.Variable.Name.StringValue, StringComparer.Ordinal);

    private readonly HashSet<string> _used = [];
    private readonly HashSet<string> _invalid = [];

    /// <summary>The value of a variable where an argument needs it; what does not fit is reported and gives null.</summary>
    public object? Use(GraphQLVariable variable, Argument argument)
    {
        var name = variable.Name.StringValue;
        _used.Add(name);
        if (!_declared.TryGetValue(name, out var definition))
        {
            errors.Add(variable, [operationPath], $"Variable ${name} is used by {Title} but not declared", "variableNotDefined", ("variableName", name));
            return null;
        }

        if (!Fits(definition, argument))
        {
            errors.Add(
                variable,
                [operationPath],
                $"Type mismatch on variable ${name} and argument {argument.Name} ({TypeText(definition.Type)} / {argument.TypeText})",
                "variableMismatch",
                ("variableName", name),
                ("typeName", TypeText(definition.Type)),
                ("argumentName", argument.Name),
                ("errorMessage", "Type mismatch"));
            return null;
        }

        return Value(name, definition, argument);
    }

    public void ReportUnused()
    {
        foreach (var (name, definition) in _declared)
        {
            if (!_used.Contains(name))
            {
                errors.Add(definition, [operationPath], $"Variable ${name} is declared by {Title} but not used", "variableNotUsed", ("variableName", name));
            }
        }
    }

    private string Title => operation.Name is null ? "anonymous query" : operation.Name.StringValue;

    private object? Value(string name, GraphQLVariableDefinition definition, Argument argument)
    {
        var required = definition.Type is GraphQLNonNullType;
        var given = sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(name, out var json) ? json : default;
        if (given.ValueKind == JsonValueKind.Undefined && definition.DefaultValue is { } literal)
        {
            if (!ValueReader.TryRead(literal, argument, this, out var byDefault))
            {
                errors.Add(definition, [operationPath], $"Default value for ${name} doesn't match type {TypeText(definition.Type)}", "defaultValueInvalidType", ("variableName", name));
            }

            return byDefault;
        }

        if (!ValueReader.TryRead(given, argument with { Required = required }, out var value) && _invalid.Add(name))
        {
            var missing = given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
            var explanation = missing ? "Expected value to not be null" : $"Could not coerce value {given.GetRawText()} to {argument.Type.Name}";
            errors.AddVariable(definition, $"Variable ${name} of type {TypeText(definition.Type)} was provided invalid value", missing ? "null" : given.GetRawText(), explanation);
        }

        return value;
    }

    private static bool Fits(GraphQLVariableDefinition definition, Argument argument)
    {
        var text = TypeText(definition.Type);
        var nullable = text.TrimEnd('!');
        var expected = argument.TypeText.TrimEnd('!');
        var sameType = Loose(nullable) == Loose(expected) || (argument.IsList && Loose(nullable) == argument.Type.Name);
        return sameType && (!argument.Required || text.EndsWith('!') || definition.DefaultValue is not null);
    }

    /// <summary>Without the mark that a list's items are not null, which a variable may or may not carry.</summary>
    private static string Loose(string type) => type.Replace("!]", "]", StringComparison.Ordinal);

    private static string TypeText(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => TypeText(nonNull.Type) + "!",
        GraphQLListType list => $"[{TypeText(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => type.ToString() ?? "",
    };
}
