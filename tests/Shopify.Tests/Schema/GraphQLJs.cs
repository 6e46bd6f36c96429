using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace XSight.Shopify.Tests;

/// <summary>
/// The reference implementation of GraphQL, run by node. It is installed once into a folder of the temporary directory. Where node or
/// npm is missing the test is skipped, except on the build server, where it fails.
/// </summary>
internal static class GraphQLJs
{
    private static readonly TimeSpan RunMax = TimeSpan.FromMinutes(3);

    private static string SchemaFolder => Path.Combine(AppContext.BaseDirectory, "Schema");

    /// <summary>The errors of each document against the Admin schema; empty where it is valid.</summary>
    public static async Task<IReadOnlyDictionary<string, string[]>> ValidateAsync(IReadOnlyDictionary<string, string> documents)
    {
        var folder = await InstalledAsync();
        string[] arguments = [Path.Combine(SchemaFolder, "validate.mjs"), Path.Combine(SchemaFolder, "admin-2026-10.graphql.gz")];
        var answer = await RunAsync("node", arguments, folder, JsonSerializer.Serialize(documents));
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(answer)!;
    }

    private static async Task<string> InstalledAsync()
    {
        var locked = await File.ReadAllBytesAsync(Path.Combine(SchemaFolder, "package-lock.json"));
        var folder = Path.Combine(Path.GetTempPath(), "xsight-graphql-js-" + Convert.ToHexStringLower(SHA256.HashData(locked))[..12]);
        if (File.Exists(Path.Combine(folder, "node_modules", "graphql", "package.json")))
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(SchemaFolder, file), Path.Combine(folder, file), overwrite: true);
        }

        try
        {
            await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, input: "");
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"The queries were NOT validated against Shopify's schema, because graphql-js could not be installed: {exception.Message}");
        }

        return folder;
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string folder, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(RunMax);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {await errors}");
    }
}
