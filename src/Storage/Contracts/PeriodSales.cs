namespace XSight.Storage;

/// <summary>Counted orders of a period: <see cref="Buyers"/> are identified customers, of whom <see cref="Returning"/> had a counted order before their first one in the period or have two in it.</summary>
public sealed record PeriodSales(int Orders, long NetMinor, int Buyers, int Returning);
