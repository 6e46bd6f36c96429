namespace XSight.Analytics.Sales;

/// <summary>
/// Texts as small numbers in the order they came: an order keeps two bytes of its country, source or discount. Codes stay for the
/// ledger's life.
/// </summary>
internal sealed class CodeTable
{
    /// <summary>No text.</summary>
    public const ushort None = 0;

    /// <summary>Of any text that came after <see cref="TextsMax"/> others: a store that gives each buyer a discount code of their own must not fill the memory.</summary>
    public const ushort Overflow = ushort.MaxValue;

    public const int TextsMax = ushort.MaxValue - 1;

    private readonly Dictionary<string, ushort> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>Every code but <see cref="Overflow"/> is smaller.</summary>
    public int CodesEnd => _texts.Count + 1;

    public ushort CodeOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return None;
        }

        if (_codes.TryGetValue(text, out var code))
        {
            return code;
        }

        if (_texts.Count == TextsMax)
        {
            return Overflow;
        }

        _texts.Add(text);
        _codes.Add(text, (ushort)_texts.Count);
        return (ushort)_texts.Count;
    }

    /// <summary>The code of a text that came before; null for one that did not.</summary>
    public ushort? Find(string text) => _codes.TryGetValue(text, out var code) ? code : null;

    /// <summary>Null for <see cref="None"/> and <see cref="Overflow"/>.</summary>
    public string? TextOf(int code) => code is None or Overflow ? null : _texts[code - 1];
}
