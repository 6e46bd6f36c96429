namespace XSight.Storage;

/// <summary>The .sql files that ship inside the assembly, under <c>Migrations</c>.</summary>
internal static class EmbeddedSql
{
    private const string Prefix = "XSight.Storage.Migrations.";

    /// <summary>The text of a file, its path relative to <c>Migrations</c>.</summary>
    public static string Read(string path)
    {
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(Prefix + path.Replace('/', '.'))
            ?? throw new InvalidOperationException($"The assembly lacks its file Migrations/{path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The numbered migrations of a database, in order: <c>0001_initial.sql</c> and so on.</summary>
    public static IReadOnlyList<Migration> Migrations(string database)
    {
        var prefix = Prefix + database + ".";
        return [.. typeof(EmbeddedSql).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && char.IsAsciiDigit(name[prefix.Length]))
            .Order(StringComparer.Ordinal)
            .Select(name => Migration.Parse(name[prefix.Length..], Read($"{database}/{name[prefix.Length..]}")))];
    }
}
