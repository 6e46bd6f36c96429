using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>The fields of one line of csv (RFC 4180); a field may stand in double quotes, but not run over the line's end.</summary>
internal sealed class CsvLine
{
    private readonly List<(int Start, int Length)> _fields = [];
    private readonly StringBuilder _unquoted = new();
    private string _text = "";

    public int Count => _fields.Count;

    public ReadOnlySpan<char> this[int index] => _text.AsSpan(_fields[index].Start, _fields[index].Length);

    /// <summary>Splits a line; returns what is wrong with it, or null.</summary>
    public string? Split(string line)
    {
        _fields.Clear();
        _text = line;
        if (line.Contains('"', StringComparison.Ordinal))
        {
            return SplitQuoted(line);
        }

        var start = 0;
        for (var comma = line.IndexOf(','); comma >= 0; comma = line.IndexOf(',', start))
        {
            _fields.Add((start, comma - start));
            start = comma + 1;
        }

        _fields.Add((start, line.Length - start));
        return null;
    }

    private string? SplitQuoted(string line)
    {
        _unquoted.Clear();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                _unquoted.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                _fields.Add((start, _unquoted.Length - start));
                start = _unquoted.Length;
            }
            else
            {
                _unquoted.Append(c);
            }
        }

        _fields.Add((start, _unquoted.Length - start));
        _text = _unquoted.ToString();
        return quoted ? $"column {_fields.Count}: expected a closing double quote before the line's end." : null;
    }
}
