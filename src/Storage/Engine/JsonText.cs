using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace XSight.Storage;

/// <summary>Lists of words as JSON text, always written the same way, so that equal lists are equal texts.</summary>
internal static class JsonText
{
    private const string Empty = "[]";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ImmutableArray<string> words) => words.IsDefaultOrEmpty ? Empty : JsonSerializer.Serialize(words.Select(StoredText.Clean), Options);

    public static ImmutableArray<string> Read(string text) => text == Empty ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(text, Options);

    /// <summary>How the word stands in such a list, with its quotation marks: found in the text exactly when the word is in the list.</summary>
    public static string Element(string word) => JsonSerializer.Serialize(StoredText.Clean(word), Options);
}
