using System.Data.Common;

namespace XSight.Storage;

/// <summary>Orders of <see cref="SalesSql"/>, read into what the figures need. The few texts that come again and again are kept once a page.</summary>
internal sealed class SaleRows
{
    private const int TextsMax = 1_000;

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, string?> _discounts = [];

    /// <summary>Whether the columns from an ordinal on hold an order.</summary>
    public static bool Has(DbDataReader row, int first) => !row.IsDBNull(first);

    public SaleOrder Read(DbDataReader row, int first) => new()
    {
        OrderId = row.GetInt64(first),
        Day = row.GetInt32(first + 1),
        ProcessedAtMs = row.GetInt64(first + 2),
        Kind = Kind(test: row.GetBoolean(first + 3), cancelled: !row.IsDBNull(first + 4), counted: row.GetBoolean(first + 5)),
        GrossMinor = row.GetInt64(first + 6),
        NetMinor = row.GetInt64(first + 7),
        Source = Keep(row.Text(first + 8)),
        Country = Keep(row.Text(first + 9)),
        Discount = Discount(row.GetString(first + 10)),
        Lines = SaleText.ReadLines(row.GetString(first + 11)),
        Refunds = SaleText.ReadRefunds(row.GetString(first + 12)),
    };

    /// <summary>The first reason that holds, in the order of <see cref="SaleKind"/>.</summary>
    public static SaleKind Kind(bool test, bool cancelled, bool counted) => (test, cancelled, counted) switch
    {
        (true, _, _) => SaleKind.Test,
        (_, true, _) => SaleKind.Cancelled,
        (_, _, true) => SaleKind.Counted,
        _ => SaleKind.Unpaid,
    };

    private string? Keep(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (_texts.TryGetValue(text, out var kept))
        {
            return kept;
        }

        if (_texts.Count < TextsMax)
        {
            _texts.Add(text, text);
        }

        return text;
    }

    /// <summary>The first code of the list.</summary>
    private string? Discount(string codes)
    {
        if (_discounts.TryGetValue(codes, out var known))
        {
            return known;
        }

        var first = Keep(JsonText.Read(codes).FirstOrDefault());
        if (_discounts.Count < TextsMax)
        {
            _discounts.Add(codes, first);
        }

        return first;
    }
}
