namespace XSight.Abstractions;

/// <summary>Two products in one counted order.</summary>
/// <param name="Orders">With both.</param>
/// <param name="FirstOrders">With the first, be the second in it or not.</param>
/// <param name="SecondOrders">With the second.</param>
/// <param name="AllOrders">Counted orders of the period with any product.</param>
[GenerateSerializer, Immutable, Alias("xsight.product-pair")]
public sealed record ProductPair(
    [property: Id(0)] long FirstId,
    [property: Id(1)] long SecondId,
    [property: Id(2)] int Orders,
    [property: Id(3)] int FirstOrders,
    [property: Id(4)] int SecondOrders,
    [property: Id(5)] int AllOrders)
{
    /// <summary>Share of all orders that have both.</summary>
    public double Support => (double)Orders / AllOrders;

    /// <summary>Share of the orders with the first that have the second too.</summary>
    public double FirstToSecond => (double)Orders / FirstOrders;

    /// <summary>Share of the orders with the second that have the first too.</summary>
    public double SecondToFirst => (double)Orders / SecondOrders;

    /// <summary>How many times as often together as by chance: 1 means that neither says anything about the other.</summary>
    public double Lift => (double)Orders * AllOrders / ((double)FirstOrders * SecondOrders);
}
