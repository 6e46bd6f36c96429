using System.Security.Cryptography;
using System.Text.Json;

namespace XSight.Api.Configuration;

/// <summary>The keys an embedded installation made for itself, kept in <c>keys.json</c> beside its database and readable by its owner alone.</summary>
public sealed record KeyFile(byte[] SessionKey, byte[] EncryptionKey)
{
    public const string Name = "keys.json";
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="ConfigurationException">The file exists and cannot be understood: new keys would lose what the old ones sealed.</exception>
    public static KeyFile ReadOrCreate(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Read(path);
    }

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => nameof(KeyFile);

    private static void Create(string path)
    {
        var keys = new KeyFile(RandomNumberGenerator.GetBytes(KeyBytes), RandomNumberGenerator.GetBytes(KeyBytes));
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, keys);
            file.Flush(flushToDisk: true);
        }

        try
        {
            // Whole or not at all, also when two processes start at once: the first one's keys stay.
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static KeyFile Read(string path)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(path));
            return keys is { SessionKey.Length: KeyBytes, EncryptionKey.Length: KeyBytes } ? keys : throw Damaged(path);
        }
        catch (JsonException)
        {
            throw Damaged(path);
        }
    }

    private static ConfigurationException Damaged(string path) =>
        new(path, "is not a key file. Restore it from a backup; what was sealed with its keys cannot be read without them.");
}
