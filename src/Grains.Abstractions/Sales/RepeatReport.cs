namespace XSight.Abstractions;

/// <summary>Repeat purchases of the customers acquired between two days, up to now.</summary>
[GenerateSerializer, Immutable, Alias("xsight.repeat-report")]
public sealed record RepeatReport
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    /// <summary>The question with its days filled in.</summary>
    [Id(1)] public required RepeatQuery Query { get; init; }

    /// <summary>With one counted order or more.</summary>
    [Id(2)] public required int Customers { get; init; }

    [Id(3)] public required GapFigures FirstToSecond { get; init; }

    [Id(4)] public required GapFigures SecondToThird { get; init; }

    /// <summary>Share of customers with a second counted order; null without customers.</summary>
    public double? RepeatRate => Customers == 0 ? null : (double)FirstToSecond.Customers / Customers;

    /// <summary>Share of those with a second who made a third; null when nobody made a second.</summary>
    public double? ThirdRate => FirstToSecond.Customers == 0 ? null : (double)SecondToThird.Customers / FirstToSecond.Customers;
}
