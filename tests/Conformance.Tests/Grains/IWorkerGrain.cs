namespace XSight.Conformance.Tests;

[Alias("conformance.worker")]
public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>Notes in the log that it began, and returns this activation's name when the flag is up.</summary>
    [Alias("work")]
    Task<string> Work(string log, string flag);
}
