using System.Buffers;
using System.Text;

namespace XSight.Storage;

/// <summary>Text as both databases can hold it: without NUL characters and halves of surrogate pairs, which a careless app may send.</summary>
internal static class StoredText
{
    private const char Nul = '\0';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [Nul, .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static string? Clean(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != Nul)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
