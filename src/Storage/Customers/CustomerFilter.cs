using System.Globalization;

namespace XSight.Storage;

/// <summary>A query's conditions with their parameters: what the list, its pages and its totals have in common.</summary>
internal sealed class CustomerFilter
{
    private readonly List<string> _conditions = [CustomerListSql.Listed];
    private readonly List<(string Name, object? Value)> _parameters = [];

    private CustomerFilter(TenantId tenant) => Add("tenant", tenant.Value);

    public string Where => string.Join(" AND ", _conditions);

    /// <summary>Nothing is filtered: the whole list.</summary>
    public bool Empty => _conditions.Count == 1;

    public static CustomerFilter Of(TenantId tenant, CustomerListQuery query, RfmThresholds thresholds, Dialect dialect)
    {
        var filter = new CustomerFilter(tenant);
        filter.AddGroups(query, thresholds.Profile);
        filter.AddScores(query);
        filter.AddSearch(query, dialect);
        if (query.CountryCode is { } country)
        {
            filter.Add(CustomerListSql.HasCountry, "country", country);
        }

        if (query.Tag is { } tag)
        {
            filter.Add(dialect.Contains("c.tags", "@tag"), "tag", JsonText.Element(tag));
        }

        filter.AddOrders(query);
        return filter;
    }

    /// <summary>The parameters of the conditions, with further ones.</summary>
    public (string Name, object? Value)[] With(params (string Name, object? Value)[] more) => [.. _parameters, .. more];

    private void AddGroups(CustomerListQuery query, RfmProfileDefinition profile)
    {
        if (query.Groups.IsDefaultOrEmpty)
        {
            return;
        }

        var triples = string.Concat(profile.Groups.Select(group => query.Groups.Contains(group) ? '1' : '0'));
        var prospects = query.Groups.Contains(CustomerListItem.Prospects);
        Add(prospects ? $"({CustomerListSql.InGroups} OR {CustomerListSql.IsProspect})" : CustomerListSql.InGroups, "groups", triples);
    }

    private void AddScores(CustomerListQuery query)
    {
        if (query.R is { } r)
        {
            _conditions.Add(CustomerListSql.Eligible);
            Add(CustomerListSql.HasR, "r", (long)r);
        }

        if (query.Fm is { } fm)
        {
            _conditions.Add(CustomerListSql.Eligible);
            Add(CustomerListSql.HasFm, "fm", (long)fm);
        }
    }

    private void AddOrders(CustomerListQuery query)
    {
        if (query.FirstOrderFrom is { } firstFrom)
        {
            Add(CustomerListSql.FirstOrderSince, "firstFrom", (long)firstFrom);
        }

        if (query.FirstOrderTo is { } firstTo)
        {
            Add(CustomerListSql.FirstOrderUntil, "firstTo", (long)firstTo);
        }

        if (query.Bought is { } product)
        {
            Add(CustomerListSql.Bought, "bought", product);
        }
        else if (query.OrderedFrom is not null || query.OrderedTo is not null)
        {
            _conditions.Add(CustomerListSql.Ordered);
        }
        else
        {
            return;
        }

        Add("orderedFrom", (long)(query.OrderedFrom ?? int.MinValue));
        Add("orderedTo", (long)(query.OrderedTo ?? int.MaxValue));
    }

    private void AddSearch(CustomerListQuery query, Dialect dialect)
    {
        var words = SearchText.Words(query.Search ?? "");
        if (words.Count == 0)
        {
            return;
        }

        var every = string.Join(" AND ", words.Select((_, i) => dialect.Contains("c.search_text", $"@word{i}")));
        for (var i = 0; i < words.Count; i++)
        {
            Add($"word{i}", words[i]);
        }

        if (long.TryParse(query.Search, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var id))
        {
            Add($"(({every}) OR {CustomerListSql.HasId})", "id", id);
        }
        else
        {
            _conditions.Add(every);
        }
    }

    private void Add(string condition, string parameter, object? value)
    {
        _conditions.Add(condition);
        Add(parameter, value);
    }

    private void Add(string parameter, object? value) => _parameters.Add((parameter, value));
}
