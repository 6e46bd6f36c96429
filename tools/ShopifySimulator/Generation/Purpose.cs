namespace XSight.ShopifySimulator;

/// <summary>What a stream of numbers is for; two purposes never share numbers.</summary>
internal enum Purpose
{
    Person = 1,
    Address,
    Marketing,
    OrderDetail,
    LineItems,
    Delay,
    Behaviour,
    Catalogue,
    Delivery,
    Refund,
}
