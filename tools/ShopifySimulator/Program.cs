using XSight.ShopifySimulator;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

try
{
    await using var host = await SimulatorHost.StartAsync(CommandLine.Parse(args), CancellationToken.None);
    Console.WriteLine($"Shopify simulator: {host.StoreUrl}");
    await host.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (Exception refused) when (refused is ArgumentException or OrderLogException or IOException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
