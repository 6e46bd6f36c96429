using System.Globalization;

namespace XSight.Shopify;

/// <summary>From pages of nodes to pages of facts.</summary>
internal static class FactPages
{
    /// <exception cref="ShopifyException">Of kind Malformed: something that the schema promises is missing; the message says where.</exception>
    public static FactPage<TFact> Of<TNode, TFact>(NodePage<TNode>? page, string member, string? cursor, Func<TNode, TFact> toFact)
        where TNode : class
    {
        var nodes = (page ?? throw AnswerFaults.Missing(member)).Nodes ?? throw AnswerFaults.Missing(member + ".nodes");
        var facts = new List<TFact>(nodes.Length);
        foreach (var node in nodes)
        {
            facts.Add(Of(node, string.Create(CultureInfo.InvariantCulture, $"{member}.nodes[{facts.Count}]"), toFact));
        }

        return new FactPage<TFact>(facts, PageCursor.Next(page.PageInfo, member, cursor));
    }

    /// <summary>One node.</summary>
    /// <param name="node">Null only when the store broke its promise.</param>
    /// <param name="path">Where it stands in the answer.</param>
    /// <param name="toFact">Maps it.</param>
    public static TFact Of<TNode, TFact>(TNode? node, string path, Func<TNode, TFact> toFact)
        where TNode : class
    {
        try
        {
            return toFact(node ?? throw new FactFormatException("it", "is null"));
        }
        catch (FactFormatException exception)
        {
            throw AnswerFaults.Malformed($"data.{path}.{exception.Path} {exception.Problem}", exception);
        }
    }
}
