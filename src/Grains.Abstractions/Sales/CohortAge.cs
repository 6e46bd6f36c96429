namespace XSight.Abstractions;

/// <summary>A cohort in the period that is <paramref name="Age"/> periods after its own.</summary>
/// <param name="FromDay">First day of that period; it is not over while <paramref name="ToDay"/> is today or later.</param>
/// <param name="Active">Customers of the cohort with a counted order in it.</param>
/// <param name="Orders">Their counted orders.</param>
/// <param name="NetMinor">Their net, minor units.</param>
/// <param name="CumulativeMinor">Net of this age and all before it.</param>
[GenerateSerializer, Immutable, Alias("xsight.cohort-age")]
public readonly record struct CohortAge(
    [property: Id(0)] int Age,
    [property: Id(1)] int FromDay,
    [property: Id(2)] int ToDay,
    [property: Id(3)] int Active,
    [property: Id(4)] int Orders,
    [property: Id(5)] long NetMinor,
    [property: Id(6)] long CumulativeMinor);
