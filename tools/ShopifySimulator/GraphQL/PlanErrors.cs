using GraphQLParser;
using GraphQLParser.AST;

namespace XSight.ShopifySimulator;

/// <summary>Collects what is wrong with a query, in the words of Shopify's server (graphql-ruby), with places and paths.</summary>
internal sealed class PlanErrors(ROM source)
{
    private const int ErrorsMax = 25;
    private readonly List<GraphQLError> _errors = [];

    public void Add(ASTNode node, IReadOnlyList<string> path, string message, string code, params (string Key, object? Value)[] details)
    {
        if (_errors.Count == ErrorsMax)
        {
            return;
        }

        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (key, value) in details)
        {
            extensions[key] = value;
        }

        var (line, column) = Location.FromLinearPosition(source, node.Location.Start);
        _errors.Add(new GraphQLError(message, line, column, path, extensions));
    }

    public void AddVariable(ASTNode node, string message, string value, string explanation)
    {
        var (line, column) = Location.FromLinearPosition(source, node.Location.Start);
        var problem = new Dictionary<string, object?> { ["path"] = Array.Empty<string>(), ["explanation"] = explanation };
        _errors.Add(new GraphQLError(message, line, column, null, new Dictionary<string, object?> { ["value"] = value, ["problems"] = new[] { problem } }));
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new GraphQLException(_errors);
        }
    }
}
