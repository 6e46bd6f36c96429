namespace XSight.Abstractions;

/// <summary>The customers behind a figure of a period; conditions are joined by AND.</summary>
/// <param name="ProductId">Only those who bought this product in the period.</param>
/// <param name="Cell">Only those of this cohort; with <see cref="PeopleKind.Buyers"/> and the days of an age, the people of a cell.</param>
/// <param name="FirstProductId">Only those whose first counted order was mainly for this product, as in <see cref="CohortSplit.Product"/>; 0 for an order that names none.</param>
/// <param name="Gap">Only those who came back so; with <see cref="PeopleKind.New"/> the people of a <see cref="GapBucket"/>.</param>
/// <param name="TopPercent">Only the best of all buyers of the period by net, that many percent of them rounded up; among equals at the border those of smaller id. 1 to 100.</param>
/// <param name="After">The last customer of the page before; null for the first page.</param>
/// <param name="Limit">1 to <see cref="SalesLimits.RowsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("xsight.sales-people-query")]
public sealed record SalesPeopleQuery(
    [property: Id(0)] int FromDay,
    [property: Id(1)] int ToDay,
    [property: Id(2)] PeopleKind Kind = PeopleKind.Buyers,
    [property: Id(3)] long? ProductId = null,
    [property: Id(4)] CohortCell? Cell = null,
    [property: Id(5)] long? FirstProductId = null,
    [property: Id(7)] OrderGap? Gap = null,
    [property: Id(8)] int? TopPercent = null,
    [property: Id(9)] SalesPersonCursor? After = null,
    [property: Id(6)] int Limit = 50);
