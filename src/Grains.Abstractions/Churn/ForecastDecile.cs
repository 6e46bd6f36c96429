namespace XSight.Abstractions;

/// <summary>A tenth of the customers by what they were told: the share that was said to stay away on average, and the share that did.</summary>
[GenerateSerializer, Immutable, Alias("xsight.forecast-decile")]
public readonly record struct ForecastDecile([property: Id(0)] double Said, [property: Id(1)] double Happened, [property: Id(2)] int Customers);
