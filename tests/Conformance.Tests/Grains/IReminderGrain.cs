namespace XSight.Conformance.Tests;

/// <summary>Notes reminders in the log named by its key.</summary>
[Alias("conformance.reminder")]
public interface IReminderGrain : IGrainWithStringKey
{
    [Alias("register")]
    Task Register(string name, TimeSpan due, TimeSpan period);

    /// <summary>False when there is no such reminder.</summary>
    [Alias("unregister")]
    Task<bool> Unregister(string name);

    [Alias("count")]
    Task<int> Count();
}
