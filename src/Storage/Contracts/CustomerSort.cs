namespace XSight.Storage;

public enum CustomerSort
{
    LastOrder,
    FirstOrder,
    TotalSpent,
    Orders,
    Name,
    Created,
}
