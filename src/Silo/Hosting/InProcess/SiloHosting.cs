namespace XSight.Silo.Hosting;

/// <summary>The silo is the cluster's executable: it has work only in the Orleans build.</summary>
internal static class SiloHosting
{
    private const int ExitNotACluster = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        await Console.Error.WriteLineAsync(
            $"{string.Join(' ', args.Prepend("XSight.Silo"))}: built with GrainRuntime=InProcess. Start XSight.Api instead, or build with -p:GrainRuntime=Orleans.");
        return ExitNotACluster;
    }
}
