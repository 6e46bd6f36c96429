using Microsoft.Extensions.Options;

namespace XSight.Api.Hosting;

/// <summary>
/// Lines of ASP.NET Core that hold whole addresses, with codes, signatures and search words in them, or the messages of the hub: they
/// begin at warnings, whatever the settings say, for every place that logs are written to.
/// </summary>
internal sealed class LogFloor : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Categories = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Http.Result.RedirectResult", "Microsoft.AspNetCore.SignalR"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // The more special rule wins, and of two alike the later: a rule of ours for each provider that any rule names, after all others.
        List<string?> providers = [.. options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct()];
        foreach (var rule in providers.SelectMany(provider => Categories.Select(category => new LoggerFilterRule(provider, category, LogLevel.Warning, filter: null))))
        {
            options.Rules.Add(rule);
        }
    }
}
