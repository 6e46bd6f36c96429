namespace XSight.Conformance.Tests;

[StatelessWorker(WorkersMax)]
[GrainType("conformance-worker")]
public sealed class WorkerGrain : Grain, IWorkerGrain
{
    public const int WorkersMax = 3;

    private readonly string _activation = Guid.NewGuid().ToString("N");

    public async Task<string> Work(string log, string flag)
    {
        Signals.Note(log, _activation);
        await Signals.Raised(flag);
        return _activation;
    }
}
