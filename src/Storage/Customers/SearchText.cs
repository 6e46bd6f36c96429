using System.Globalization;
using System.Text;

namespace XSight.Storage;

/// <summary>Texts without case and accents: what searches look in, and what names are sorted by, alike on both databases.</summary>
internal static class SearchText
{
    /// <summary>Words of a search that count; more add nothing a person could mean.</summary>
    public const int WordsMax = 8;

    /// <summary>Longer names are sorted by their beginning; it keeps index entries and cursors short.</summary>
    private const int NameKeyLengthMax = 80;

    /// <summary>Keeps the fields apart: no search contains it.</summary>
    private const char Separator = '\n';

    /// <summary>First and last name as shown, or null when the store has neither.</summary>
    public static string? DisplayName(string? first, string? last)
    {
        var name = $"{first} {last}".Trim();
        return name.Length == 0 ? null : name;
    }

    public static string? NameKey(CustomerFact fact)
    {
        var folded = Fold(DisplayName(fact.FirstName, fact.LastName) ?? "");
        return folded.Length switch
        {
            0 => null,
            <= NameKeyLengthMax => folded,
            _ => folded[..(char.IsHighSurrogate(folded[NameKeyLengthMax - 1]) ? NameKeyLengthMax - 1 : NameKeyLengthMax)],
        };
    }

    /// <summary>Name, e-mail and phone; the phone as written and as digits alone.</summary>
    public static string Of(CustomerFact fact)
    {
        return string.Join(Separator, Fold(DisplayName(fact.FirstName, fact.LastName) ?? ""), Fold(fact.Email ?? ""), Fold(fact.Phone ?? ""), Digits(fact.Phone));
    }

    /// <summary>How a whole e-mail address stands in <see cref="Of"/>: found in it exactly when it is the customer's.</summary>
    public static string WholeEmail(string email) => $"{Separator}{Fold(email)}{Separator}";

    /// <summary>How the digits of a phone stand in <see cref="Of"/> followed by a separator.</summary>
    public static string WholePhone(string phone) => $"{Separator}{Digits(phone)}{Separator}";

    /// <summary>The digits alone; empty when there are none.</summary>
    public static string Digits(string? phone) => string.Concat((phone ?? "").Where(char.IsAsciiDigit));

    /// <summary>The words of a search, as they stand in <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Words(string search) =>
        [.. Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(WordsMax)];

    /// <summary>Lower case, without accents, single spaces for any white space.</summary>
    private static string Fold(string text)
    {
        if (Ascii.IsValid(text) && !text.Any(char.IsControl))
        {
            return text.Trim().ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in StoredText.Clean(text)!.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                folded.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().Trim().Normalize(NormalizationForm.FormC);
    }
}
