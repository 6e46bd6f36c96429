namespace XSight.Storage;

/// <summary>A day's counted orders and their nets, in minor units.</summary>
public sealed record DaySales(int Day, int Orders, long NetMinor);
