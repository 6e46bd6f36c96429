using System.Text.Json;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace XSight.ShopifySimulator;

/// <summary>Parses and validates a GraphQL document and plans its operation: fields found, arguments coerced, fragments merged in.</summary>
internal sealed class QueryPlanner
{
    private const int QueryLengthMax = 50_000;
    private const int DepthMax = 64;
    private static readonly Argument If = new("if", InputType.Boolean, Required: true);

    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private readonly HashSet<string> _spread = [];
    private readonly PlanErrors _errors;
    private readonly QueryVariables _variables;
    private readonly GraphQLOperationDefinition _operation;
    private readonly string _operationPath;

    private QueryPlanner(GraphQLDocument document, GraphQLOperationDefinition operation, JsonElement variables)
    {
        _operation = operation;
        _errors = new PlanErrors(document.Source);
        _fragments = document.Definitions.OfType<GraphQLFragmentDefinition>()
            .DistinctBy(fragment => fragment.FragmentName.Name.StringValue)
            .ToDictionary(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);
        var kind = operation.Operation == OperationType.Mutation ? "mutation" : "query";
        _operationPath = operation.Name is null ? kind : $"{kind} {operation.Name.StringValue}";
        _variables = new QueryVariables(operation, _operationPath, variables, _errors);
    }

    /// <exception cref="GraphQLException">The document is not a valid query for this schema.</exception>
    public static Plan Plan(string query, string? operationName, JsonElement variables, Schema schema)
    {
        var document = Parse(query);
        var operation = ChooseOperation(document, operationName);
        if (operation.Operation == OperationType.Subscription)
        {
            throw new GraphQLException(GraphQLError.Plain("Schema is not configured for subscriptions", "missingSubscriptionConfiguration"));
        }

        return new QueryPlanner(document, operation, variables).Plan(schema);
    }

    private static GraphQLDocument Parse(string query)
    {
        if (query.Length > QueryLengthMax)
        {
            throw new GraphQLException(GraphQLError.Plain($"Query is too large ({query.Length} characters, at most {QueryLengthMax}).", "BAD_REQUEST"));
        }

        try
        {
            return Parser.Parse(query, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = DepthMax });
        }
        catch (GraphQLParserException malformed)
        {
            var (line, column) = malformed.Location;
            throw new GraphQLException(new GraphQLError($"syntax error, {malformed.Description}", line, column, null, null));
        }
    }

    private static GraphQLOperationDefinition ChooseOperation(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        var chosen = string.IsNullOrEmpty(name)
            ? operations.Count == 1 ? operations[0] : null
            : operations.FirstOrDefault(operation => operation.Name is { } candidate && candidate == name);
        return chosen ?? throw new GraphQLException(GraphQLError.Plain(
            string.IsNullOrEmpty(name) ? "An operation name is required" : $"No operation named \"{name}\"", "BAD_REQUEST"));
    }

    private Plan Plan(Schema schema)
    {
        var isMutation = _operation.Operation == OperationType.Mutation;
        var root = SelectionOf(isMutation ? schema.Mutation : schema.Query, [_operation.SelectionSet], [_operationPath]);
        _variables.ReportUnused();
        foreach (var fragment in _fragments.Values.Where(fragment => !_spread.Contains(fragment.FragmentName.Name.StringValue)))
        {
            var name = fragment.FragmentName.Name.StringValue;
            _errors.Add(fragment, [$"fragment {name}"], $"Fragment {name} was defined, but not used", "useAndDefineFragment", ("fragmentName", name));
        }

        _errors.ThrowIfAny();
        return new Plan(isMutation, root);
    }

    /// <summary>Gathers the fields of several selection sets on one type; those with one response key become one.</summary>
    private Selection SelectionOf(ObjectType type, IEnumerable<GraphQLSelectionSet> sets, IReadOnlyList<string> path)
    {
        var byKey = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var set in sets)
        {
            Gather(type, set, path, byKey, order, spreadsAbove: []);
        }

        var fields = new List<PlannedField>(order.Count);
        foreach (var key in order)
        {
            if (PlanField(type, key, byKey[key], path) is { } field)
            {
                fields.Add(field);
            }
        }

        return new Selection(type, fields);
    }

    private void Gather(ObjectType type, GraphQLSelectionSet set, IReadOnlyList<string> path, Dictionary<string, List<GraphQLField>> byKey, List<string> order, IReadOnlyList<string> spreadsAbove)
    {
        foreach (var node in set.Selections)
        {
            switch (node)
            {
                case GraphQLField field when IsIncluded(field.Directives, path):
                    var key = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!byKey.TryGetValue(key, out var same))
                    {
                        byKey.Add(key, same = []);
                        order.Add(key);
                    }

                    same.Add(field);
                    break;
                case GraphQLInlineFragment inline when IsIncluded(inline.Directives, path):
                    if (CanSpread(type, inline.TypeCondition, inline, "Fragment", path))
                    {
                        Gather(type, inline.SelectionSet, path, byKey, order, spreadsAbove);
                    }

                    break;
                case GraphQLFragmentSpread spread when IsIncluded(spread.Directives, path):
                    GatherFragment(type, spread, path, byKey, order, spreadsAbove);
                    break;
            }
        }
    }

    private void GatherFragment(ObjectType type, GraphQLFragmentSpread spread, IReadOnlyList<string> path, Dictionary<string, List<GraphQLField>> byKey, List<string> order, IReadOnlyList<string> spreadsAbove)
    {
        var name = spread.FragmentName.Name.StringValue;
        _spread.Add(name);
        if (!_fragments.TryGetValue(name, out var fragment))
        {
            _errors.Add(spread, path, $"Fragment {name} was used, but not defined", "useAndDefineFragment", ("fragmentName", name));
        }
        else if (spreadsAbove.Contains(name))
        {
            _errors.Add(spread, path, $"Fragment {name} contains an infinite loop", "infiniteLoop", ("fragmentName", name));
        }
        else if (CanSpread(type, fragment.TypeCondition, spread, $"Fragment {name}", path))
        {
            Gather(type, fragment.SelectionSet, path, byKey, order, [.. spreadsAbove, name]);
        }
    }

    private bool CanSpread(ObjectType type, GraphQLTypeCondition? condition, ASTNode node, string what, IReadOnlyList<string> path)
    {
        var on = condition?.Type.Name.StringValue;
        if (on is null || on == type.Name || (on == "Node" && type.IsNode))
        {
            return true;
        }

        _errors.Add(node, path, $"{what} on {on} can't be spread inside {type.Name}", "cannotSpreadFragment", ("typeName", type.Name), ("fragmentName", what), ("parentName", type.Name));
        return false;
    }

    private PlannedField? PlanField(ObjectType type, string key, List<GraphQLField> nodes, IReadOnlyList<string> parentPath)
    {
        var node = nodes[0];
        var name = node.Name.StringValue;
        string[] path = [.. parentPath, key];
        if (path.Length > DepthMax)
        {
            _errors.Add(node, parentPath, $"Query has depth of {path.Length}, which exceeds max depth of {DepthMax}", "BAD_REQUEST");
            return null;
        }

        if (type.Find(name) is not { } field)
        {
            _errors.Add(node, path, $"Field '{name}' doesn't exist on type '{type.Name}'", "undefinedField", ("typeName", type.Name), ("fieldName", name));
            return null;
        }

        if (nodes.FirstOrDefault(other => other.Name.StringValue != name) is { } conflicting)
        {
            _errors.Add(node, path, $"Field '{key}' has a field conflict: {name} or {conflicting.Name.StringValue}?", "fieldConflict", ("fieldName", key));
            return null;
        }

        var arguments = ArgumentsOf(field, node, path);
        var sets = nodes.Select(each => each.SelectionSet).OfType<GraphQLSelectionSet>().ToList();
        if (field.Type is null != (sets.Count == 0))
        {
            ReportSelectionMismatch(field, node, path);
            return null;
        }

        var children = field.Type is null ? null : SelectionOf(field.Type, sets, path);
        return new PlannedField(key, JsonEncodedText.Encode(key), field, arguments, children);
    }

    private void ReportSelectionMismatch(Field field, GraphQLField node, IReadOnlyList<string> path)
    {
        var returns = field.TypeText.TrimEnd('!');
        var message = field.Type is null
            ? $"Selections can't be made on scalars (field '{field.Name}' returns {returns} but has selections)"
            : $"Field must have selections (field '{field.Name}' returns {returns} but has no selections. Did you mean '{field.Name} {{ ... }}'?)";
        _errors.Add(node, path, message, "selectionMismatch", ("nodeName", $"field '{field.Name}'"), ("typeName", returns));
    }

    private ArgumentValues ArgumentsOf(Field field, GraphQLField node, IReadOnlyList<string> path)
    {
        if (field.Arguments.Count == 0 && node.Arguments is null)
        {
            return ArgumentValues.None;
        }

        var values = field.Arguments.Where(argument => argument.Default is not null).ToDictionary(argument => argument.Name, argument => argument.Default);
        foreach (var given in node.Arguments?.Items ?? [])
        {
            var name = given.Name.StringValue;
            if (field.Arguments.FirstOrDefault(candidate => candidate.Name == name) is not { } argument)
            {
                _errors.Add(given, [.. path, name], $"Field '{field.Name}' doesn't accept argument '{name}'", "argumentNotAccepted", ("name", field.Name), ("typeName", "Field"), ("argumentName", name));
            }
            else if (!ValueReader.TryRead(given.Value, argument, _variables, out var value))
            {
                _errors.Add(given, [.. path, name], $"Argument '{name}' on Field '{field.Name}' has an invalid value. Expected type '{argument.TypeText}'.", "argumentLiteralsIncompatible", ("typeName", "Field"), ("argumentName", name));
            }
            else
            {
                values[name] = value ?? (given.Value is GraphQLVariable ? argument.Default : null);
            }
        }

        var missing = field.Arguments.Where(argument => argument.Required && node.Arguments?.Items.Any(given => given.Name == argument.Name) != true).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing.Select(argument => argument.Name));
            _errors.Add(node, path, $"Field '{field.Name}' is missing required arguments: {names}", "missingRequiredArguments", ("className", "Field"), ("name", field.Name), ("arguments", names));
        }

        return new ArgumentValues(values);
    }

    private bool IsIncluded(GraphQLDirectives? directives, IReadOnlyList<string> path)
    {
        var included = true;
        foreach (var directive in directives?.Items ?? [])
        {
            var name = directive.Name.StringValue;
            var literal = directive.Arguments?.FirstOrDefault(argument => argument.Name == If.Name)?.Value;
            object? value = null;
            if (name is not ("include" or "skip"))
            {
                _errors.Add(directive, path, $"Directive @{name} is not defined", "undefinedDirective", ("directiveName", name));
            }
            else if (literal is null || !ValueReader.TryRead(literal, If, _variables, out value))
            {
                _errors.Add(directive, path, $"Directive '{name}' is missing required arguments: if", "missingRequiredArguments", ("className", "Directive"), ("name", name), ("arguments", "if"));
            }
            else
            {
                included &= (value is true) == (name == "include");
            }
        }

        return included;
    }
}
