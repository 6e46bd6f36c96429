namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class WorkerTests(TestCluster cluster)
{
    [Fact]
    public async Task Stateless_workers_work_side_by_side_up_to_their_number()
    {
        var (grain, log, flag) = (cluster.NewGrain<IWorkerGrain>(), ClusterFixture.NewKey(), ClusterFixture.NewKey());
        var work = Enumerable.Range(0, WorkerGrain.WorkersMax * 2).Select(_ => grain.Work(log, flag)).ToArray();
        var begun = await Signals.LinesWhen(log, WorkerGrain.WorkersMax);
        Assert.Equal(WorkerGrain.WorkersMax, begun.Distinct().Count());
        Assert.Equal(WorkerGrain.WorkersMax, begun.Length);
        Signals.Raise(flag);
        Assert.Equal(WorkerGrain.WorkersMax, (await Task.WhenAll(work)).Distinct().Count());
    }
}
