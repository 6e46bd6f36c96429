namespace XSight.Conformance.Tests;

/// <summary>Begins work that goes on after the call, and notes what it sees in the log named by its key.</summary>
[Alias("conformance.background")]
public interface IBackgroundGrain : IGrainWithStringKey
{
    /// <summary>Begins work of so many steps, each with an await, and returns at once.</summary>
    [Alias("work")]
    Task Work(int steps);

    /// <summary>Begins work that waits for the flag or the end of the activation, and then asks another grain for its key.</summary>
    [Alias("work-until")]
    Task WorkUntil(string flag, IEchoGrain other);

    /// <summary>Counts as the work does: read, await, write.</summary>
    [Alias("count")]
    Task Count(int steps);

    [Alias("total")]
    Task<int> Total();

    /// <summary>Starts a timer that notes the request context's value in its tick.</summary>
    [Alias("note-context-in-tick")]
    Task NoteContextInTick(string contextKey);

    [Alias("change-context")]
    Task ChangeContext(string contextKey, string value);
}
