namespace XSight.Abstractions;

/// <summary>A place in a list of customers, largest net first, then by id.</summary>
[GenerateSerializer, Immutable, Alias("xsight.sales-person-cursor")]
public sealed record SalesPersonCursor([property: Id(0)] long NetMinor, [property: Id(1)] long CustomerId);
