using Microsoft.Playwright;

namespace XSight.Browser.Tests;

/// <summary>The machine's own Chromium. Without one the tests are skipped, and say so; on the build server (<c>CI=true</c>) they fail.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path { get; } = Places.FirstOrDefault(File.Exists);

    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Path,
        Args = ["--no-sandbox", "--disable-gpu"],
    });
}
