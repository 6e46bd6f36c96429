namespace XSight.Abstractions;

/// <summary>Which of a customer's counted orders is waited for, counted from the one before it.</summary>
public enum GapStep
{
    Second,
    Third,
}
