namespace XSight.Abstractions;

/// <summary>The customers behind a figure of a period.</summary>
/// <param name="ProductId">Only those who bought this product in the period.</param>
/// <param name="Cell">Only those of this cohort; with <see cref="PeopleKind.Buyers"/> and the days of an age, the people of a cell.</param>
/// <param name="After">The last customer of the page before; null for the first page.</param>
/// <param name="Limit">1 to <see cref="SalesLimits.RowsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("xsight.sales-people-query")]
public sealed record SalesPeopleQuery(
    [property: Id(0)] int FromDay,
    [property: Id(1)] int ToDay,
    [property: Id(2)] PeopleKind Kind = PeopleKind.Buyers,
    [property: Id(3)] long? ProductId = null,
    [property: Id(4)] CohortCell? Cell = null,
    [property: Id(5)] long? After = null,
    [property: Id(6)] int Limit = 50);
