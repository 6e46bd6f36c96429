namespace XSight.Abstractions;

/// <summary>Money that went back, on the shop's day it did.</summary>
public readonly record struct SaleRefund(int Day, long AmountMinor);
