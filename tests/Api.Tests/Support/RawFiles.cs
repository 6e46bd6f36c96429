using System.Text;

namespace XSight.Api.Tests.Support;

/// <summary>What the bytes of an installation's files tell somebody who has them, the database's log included.</summary>
internal static class RawFiles
{
    /// <summary>File and word, for each word that is in a file, in any case.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string folder, params string[] words)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            var text = Encoding.Latin1.GetString(memory.ToArray());
            found.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{Path.GetFileName(path)}: {word}"));
        }

        return found;
    }
}
