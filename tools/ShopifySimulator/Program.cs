using XSight.ShopifySimulator;

await using var host = await SimulatorHost.StartAsync(new SimulatorOptions { Url = new Uri("http://127.0.0.1:5081"), Bucket = BucketOptions.Plus }, CancellationToken.None);
Console.WriteLine(host.StoreUrl);
await host.WaitForShutdownAsync(CancellationToken.None);
