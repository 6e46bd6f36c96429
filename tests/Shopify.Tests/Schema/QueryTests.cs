namespace XSight.Shopify.Tests;

public sealed class QueryTests
{
    [Fact]
    public async Task Every_query_is_valid_against_the_real_schema_and_a_wrong_one_would_be_noticed()
    {
        var documents = QueryDocuments.All.ToDictionary(document => document.Name, document => document.Text);
        documents["misspelt"] = QueryDocuments.Orders.Text.Replace("cancelledAt", "cancelledOn", StringComparison.Ordinal);

        var errors = await GraphQLJs.ValidateAsync(documents);

        Assert.Equal(documents.Keys.Order(), errors.Keys.Order());
        Assert.Contains("cancelledOn", Assert.Single(errors["misspelt"]), StringComparison.Ordinal);
        Assert.All(QueryDocuments.All, document => Assert.Empty(errors[document.Name]));
    }

    [Fact]
    public void Every_embedded_query_is_used()
    {
        var embedded = typeof(QueryDocuments).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".graphql", StringComparison.Ordinal) && !name.Contains("fragment-", StringComparison.Ordinal));

        Assert.Equal(embedded.Order(), QueryDocuments.All.Select(document => $"XSight.Shopify.Queries.{document.Name}.graphql").Order());
    }
}
