namespace XSight.ShopifySimulator;

[Flags]
internal enum OrderFlags : byte
{
    None = 0,
    Cancelled = 1,
    Deleted = 2,
    Test = 4,
}
