using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>
/// Reads an order log: csv, also gzipped, in UTF-8 with a header that names at least the columns
/// <c>invoice,customer_id,invoice_date,amount,cancelled</c>, in any order. A row that is not understood stops the reading with its place.
/// </summary>
internal sealed class OrderLogReader(string name, Currency currency)
{
    private const int RowsMax = 50_000_000;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;
    private static readonly string[] Columns = ["invoice", "customer_id", "invoice_date", "amount", "cancelled"];
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"];
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    private readonly int[] _positions = new int[Columns.Length];
    private int _line;

    /// <exception cref="OrderLogException">The file is missing, empty, broken, or a row is malformed.</exception>
    public static List<OrderLogRow> ReadFile(string path, Currency currency)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var stream = Unzip(file);
            return new OrderLogReader(Path.GetFileName(path), currency).Read(stream);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new OrderLogException($"The order log {path} cannot be read: {broken.Message}", broken);
        }
    }

    public List<OrderLogRow> Read(Stream stream)
    {
        var strictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(stream, strictUtf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        var rows = new List<OrderLogRow>();
        try
        {
            ReadHeader(reader.ReadLine());
            var fields = new CsvLine();
            while (reader.ReadLine() is { } text)
            {
                _line++;
                if (text.Length > 0)
                {
                    rows.Add(ReadRow(text, fields));
                }

                if (rows.Count > RowsMax)
                {
                    throw new OrderLogException($"{name}: more than {RowsMax:N0} rows.");
                }
            }
        }
        catch (DecoderFallbackException)
        {
            throw new OrderLogException($"{name}, after line {_line}: expected UTF-8 text, found bytes that are none.");
        }

        RefuseRepeatedInvoices(rows);
        return rows.Count > 0 ? rows : throw new OrderLogException($"{name}: expected at least one order below the header, found none.");
    }

    private static Stream Unzip(FileStream file)
    {
        var zipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private void ReadHeader(string? header)
    {
        _line = 1;
        var found = (header ?? "").Split(',').Select(column => column.Trim().Trim('"')).ToList();
        for (var i = 0; i < Columns.Length; i++)
        {
            _positions[i] = found.IndexOf(Columns[i]);
            if (_positions[i] < 0)
            {
                throw new OrderLogException(
                    $"{name}, line 1: expected a header with the columns {string.Join(',', Columns)}; '{Columns[i]}' is missing.");
            }
        }
    }

    private OrderLogRow ReadRow(string text, CsvLine fields)
    {
        if (fields.Split(text) is { } fault)
        {
            throw new OrderLogException($"{name}, line {_line}: {fault}");
        }

        var needed = _positions.Max() + 1;
        if (fields.Count < needed)
        {
            throw new OrderLogException($"{name}, line {_line}: expected at least {needed} columns, found {fields.Count}.");
        }

        var invoice = fields[_positions[0]].Trim();
        if (invoice.IsEmpty)
        {
            throw Malformed(0, "an invoice id", invoice);
        }

        var customer = fields[_positions[1]].Trim();
        var cancelled = ReadCancelled(fields[_positions[4]].Trim());
        var amount = ReadAmount(fields[_positions[3]].Trim());
        return new OrderLogRow(
            _line,
            ExternalId.From(invoice),
            customer.IsEmpty ? 0 : ExternalId.From(customer),
            ReadTime(fields[_positions[2]].Trim()),
            cancelled ? Math.Abs(amount) : amount,
            cancelled);
    }

    private DateTime ReadTime(ReadOnlySpan<char> text)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day))
        {
            // Orders of one day that the log does not tell apart tie exactly.
            return Plausible(day.ToDateTime(TimeOnly.FromTimeSpan(Noon)), text);
        }

        return DateTime.TryParseExact(text, Times, invariant, DateTimeStyles.None, out var time)
            ? Plausible(time, text)
            : throw Malformed(2, "a date such as 1997-01-01 or 2010-12-01T08:26:00", text);
    }

    private DateTime Plausible(DateTime time, ReadOnlySpan<char> text) =>
        time.Year is >= EarliestYear and <= LatestYear ? time : throw Malformed(2, $"a year from {EarliestYear} to {LatestYear}", text);

    private long ReadAmount(ReadOnlySpan<char> text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var amount))
        {
            throw Malformed(3, "a decimal number such as 12.34", text);
        }

        try
        {
            var minor = currency.ToMinor(amount);
            return minor != long.MinValue ? minor : throw Malformed(3, "an amount that fits 64 bits of minor units", text);
        }
        catch (OverflowException)
        {
            throw Malformed(3, "an amount that fits 64 bits of minor units", text);
        }
    }

    private bool ReadCancelled(ReadOnlySpan<char> text) => text switch
    {
        "0" => false,
        "1" => true,
        _ => throw Malformed(4, "0 or 1", text),
    };

    private void RefuseRepeatedInvoices(List<OrderLogRow> rows)
    {
        var lines = new Dictionary<long, int>(rows.Count);
        foreach (var row in rows)
        {
            if (!lines.TryAdd(row.OrderId, row.Line))
            {
                throw new OrderLogException(
                    $"{name}, line {row.Line}, column {_positions[0] + 1} (invoice): expected an invoice id that occurs once, but it is also in line {lines[row.OrderId]}.");
            }
        }
    }

    private OrderLogException Malformed(int column, string expected, ReadOnlySpan<char> found) =>
        new($"{name}, line {_line}, column {_positions[column] + 1} ({Columns[column]}): expected {expected}, found '{Shorten(found)}'.");

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}…";
}
