namespace XSight.Shopify;

public enum BulkSubject
{
    Customers,
    Orders,
}
