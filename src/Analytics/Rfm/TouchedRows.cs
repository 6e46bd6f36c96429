namespace XSight.Analytics.Rfm;

/// <summary>Rows whose group may have changed since the last sweep, each once.</summary>
internal sealed class TouchedRows
{
    /// <summary>After a load has touched everybody, the memory for that is given back.</summary>
    private const int KeptCapacityMax = 4096;

    private bool[] _isTouched = [];
    private readonly List<int> _rows = [];

    public long Bytes => _isTouched.Length + ((long)_rows.Capacity * sizeof(int));

    public void Add(int row)
    {
        if (row >= _isTouched.Length)
        {
            Array.Resize(ref _isTouched, Math.Max(row + 1, _isTouched.Length + (_isTouched.Length / 2)));
        }

        if (!_isTouched[row])
        {
            _isTouched[row] = true;
            _rows.Add(row);
        }
    }

    /// <summary>The rows in the order of their first touch; the collection is empty afterwards.</summary>
    public int[] Drain()
    {
        var rows = _rows.ToArray();
        foreach (var row in rows)
        {
            _isTouched[row] = false;
        }

        _rows.Clear();
        if (_rows.Capacity > KeptCapacityMax)
        {
            _rows.Capacity = KeptCapacityMax;
        }

        return rows;
    }
}
