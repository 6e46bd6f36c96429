namespace XSight.Analytics.Rfm;

/// <summary>The group each row was last seen in, the one before, and since when. Names are kept once, rows hold a byte.</summary>
internal sealed class GroupLedger
{
    /// <summary>Distinct names a ledger can hold; a profile has at most 125 and the shipped ones 18.</summary>
    private const int NamesMax = byte.MaxValue;

    private const byte Unknown = byte.MaxValue;

    private readonly List<string> _names = [];
    private byte[] _group = [];
    private byte[] _previous = [];
    private long[] _sinceUtcTicks = [];

    public long Bytes => _group.Length * (sizeof(byte) + sizeof(byte) + (long)sizeof(long));

    /// <summary>The number of a name, which is the same as long as this ledger lives.</summary>
    public byte NumberOf(string name)
    {
        var number = _names.IndexOf(name);
        if (number >= 0)
        {
            return (byte)number;
        }

        if (_names.Count == NamesMax)
        {
            throw new InvalidOperationException($"More than {NamesMax} different group names in one store.");
        }

        _names.Add(name);
        return (byte)(_names.Count - 1);
    }

    /// <summary>Group and previous group by name, null where none is known.</summary>
    public (string? Group, string? Previous, DateTimeOffset? Since) Of(int row) => row >= _group.Length
        ? default
        : (NameOf(_group[row]), NameOf(_previous[row]), _sinceUtcTicks[row] == 0 ? null : new DateTimeOffset(_sinceUtcTicks[row], TimeSpan.Zero));

    public void Restore(int row, string group, string? previous, DateTimeOffset since)
    {
        Reach(row);
        _group[row] = NumberOf(group);
        _previous[row] = previous is null ? Unknown : NumberOf(previous);
        _sinceUtcTicks[row] = since.UtcTicks;
    }

    /// <summary>Forgets a row: whoever has it next is seen for the first time.</summary>
    public void Forget(int row)
    {
        Reach(row);
        _group[row] = Unknown;
        _previous[row] = Unknown;
        _sinceUtcTicks[row] = 0;
    }

    /// <summary>Notes the group a row is in now; false where that is no change.</summary>
    public bool Move(int row, byte group, DateTimeOffset now, out string? from)
    {
        Reach(row);
        from = NameOf(_group[row]);
        if (_group[row] == group)
        {
            return false;
        }

        _previous[row] = _group[row];
        _group[row] = group;
        _sinceUtcTicks[row] = now.UtcTicks;
        return true;
    }

    private string? NameOf(byte number) => number == Unknown ? null : _names[number];

    private void Reach(int row)
    {
        var length = _group.Length;
        if (row < length)
        {
            return;
        }

        var capacity = Math.Max(row + 1, length + (length / 2));
        Array.Resize(ref _group, capacity);
        Array.Resize(ref _previous, capacity);
        Array.Resize(ref _sinceUtcTicks, capacity);
        _group.AsSpan(length).Fill(Unknown);
        _previous.AsSpan(length).Fill(Unknown);
    }
}
