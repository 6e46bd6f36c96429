using System.Text.Json;
using XSight.Bench;

var benchmarks = typeof(IBenchmark).Assembly.GetTypes()
    .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IBenchmark).IsAssignableFrom(t))
    .Select(t => (IBenchmark)Activator.CreateInstance(t)!)
    .OrderBy(b => b.Name, StringComparer.Ordinal)
    .ToList();

var wanted = args is ["all", ..] ? benchmarks : benchmarks.Where(b => args.Length > 0 && b.Name == args[0]).ToList();
if (wanted.Count == 0)
{
    benchmarks.ForEach(b => Console.WriteLine($"{b.Name,-10} {b.Summary}"));
    return args is ["list"] ? 0 : 2;
}

var allHold = true;
foreach (var benchmark in wanted)
{
    Console.WriteLine($"# {benchmark.Name}: {benchmark.Summary}");
    var figures = await benchmark.RunAsync(args[1..]);
    allHold &= figures.TryGetValue("holds", out var holds) && holds is true;
    Console.WriteLine(JsonSerializer.Serialize(figures));
}

return allHold ? 0 : 1;
