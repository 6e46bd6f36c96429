namespace XSight.Abstractions;

/// <summary>Where a customer stands with the second order: a second day with one, since purchases of one day are one.</summary>
public enum SecondOrderState
{
    /// <summary>A one-time buyer.</summary>
    Waiting,

    Came,
}
