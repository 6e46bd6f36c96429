namespace XSight.Conformance.Tests;

/// <summary>Notes the stages of its life in the log named by its key.</summary>
[Alias("conformance.life")]
public interface ILifeGrain : IGrainWithStringKey
{
    /// <summary>A name of this activation.</summary>
    [Alias("activation")]
    Task<string> Activation();

    [Alias("deactivate")]
    Task<string> Deactivate();

    /// <summary>Asks to be deactivated, and returns when the flag is up.</summary>
    [Alias("deactivate-and-hold")]
    Task<string> DeactivateAndHold(string flag);
}
