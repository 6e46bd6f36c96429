using System.Globalization;

namespace XSight.Storage;

/// <summary>A step of the schema, from a file named <c>0001_words.sql</c>. Additive, and valid for the code before and after it.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const int VersionDigits = 4;

    public static Migration Parse(string file, string sql) =>
        new(int.Parse(file.AsSpan(0, VersionDigits), NumberStyles.None, CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file), sql);
}
