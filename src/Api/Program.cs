using XSight.Api.Configuration;
using XSight.Api.Demo;
using XSight.Api.Hosting;
using XSight.Hosting;
using XSight.Storage;

const int Misconfigured = 2;
if (args is ["health", var url])
{
    return await HealthProbe.AskAsync(url);
}

try
{
    var (demo, others) = DemoOptions.Parse(args);
    var builder = WebApplication.CreateBuilder(others);
    var options = XSightOptionsLoader.Load(builder.Configuration, demo);
    await using var store = await DemoStore.OpenAsync(options, CancellationToken.None);
    await using var database = await Database.OpenAsync(options.DatabaseUrl, TimeProvider.System, CancellationToken.None);
    builder.AddXSightApi(store.Adjust(options), database);
    var app = builder.Build();
    app.MapXSight();
    await app.RunAsync();
    return 0;
}
catch (ConfigurationException error)
{
    await Console.Error.WriteLineAsync($"XSight cannot start. {error.Message}");
    return Misconfigured;
}
