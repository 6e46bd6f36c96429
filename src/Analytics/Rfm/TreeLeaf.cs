namespace XSight.Analytics.Rfm;

/// <summary>Up to <see cref="Capacity"/> entries in order.</summary>
internal sealed class TreeLeaf : TreeNode
{
    public const int Capacity = 128;

    /// <summary>Two neighbours with no more than this between them become one; the slack keeps the next insert from splitting it again.</summary>
    private const int AbsorbMax = Capacity * 3 / 4;

    private const int SparseMax = Capacity / 4;

    /// <summary>Object header, array headers and fields of a leaf.</summary>
    private const int Overhead = 24 + (2 * 24) + 24;

    private readonly long[] _values = new long[Capacity];
    private readonly int[] _rows = new int[Capacity];
    private int _count;

    public override int Size => _count;

    public override TreeKey First => new(_values[0], _rows[0]);

    public override bool IsSparse => _count <= SparseMax;

    public override long Bytes => (Capacity * (sizeof(long) + sizeof(int))) + Overhead;

    public override TreeNode? Insert(TreeKey key)
    {
        if (_count < Capacity)
        {
            InsertAt(CountBefore(key), key);
            return null;
        }

        // A run of ascending inserts, as in a load, fills its leaves; otherwise the halves are equal.
        var at = CountBefore(key);
        var right = new TreeLeaf();
        var keep = at == Capacity ? Capacity - SparseMax : Capacity / 2;
        MoveTail(keep, right);
        if (at <= keep)
        {
            InsertAt(at, key);
        }
        else
        {
            right.InsertAt(at - keep, key);
        }

        return right;
    }

    public override void Erase(TreeKey key)
    {
        var at = CountBefore(key);
        if (at == _count || _values[at] != key.Value || _rows[at] != key.Row)
        {
            throw new InvalidOperationException($"Row {key.Row} is not in the order with value {key.Value}.");
        }

        _count--;
        Array.Copy(_values, at + 1, _values, at, _count - at);
        Array.Copy(_rows, at + 1, _rows, at, _count - at);
    }

    public override long Select(int index) => _values[index];

    public override int CountBefore(TreeKey key)
    {
        var low = 0;
        var high = _count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_values[middle] < key.Value || (_values[middle] == key.Value && _rows[middle] < key.Row))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public override void CollectRows(long above, long upTo, List<int> rows)
    {
        for (var i = 0; i < _count && _values[i] <= upTo; i++)
        {
            if (_values[i] > above)
            {
                rows.Add(_rows[i]);
            }
        }
    }

    public override bool TryAbsorb(TreeNode right)
    {
        var other = (TreeLeaf)right;
        if (_count + other._count > AbsorbMax)
        {
            return false;
        }

        Array.Copy(other._values, 0, _values, _count, other._count);
        Array.Copy(other._rows, 0, _rows, _count, other._count);
        _count += other._count;
        return true;
    }

    private void InsertAt(int at, TreeKey key)
    {
        Array.Copy(_values, at, _values, at + 1, _count - at);
        Array.Copy(_rows, at, _rows, at + 1, _count - at);
        _values[at] = key.Value;
        _rows[at] = key.Row;
        _count++;
    }

    private void MoveTail(int keep, TreeLeaf right)
    {
        right._count = _count - keep;
        Array.Copy(_values, keep, right._values, 0, right._count);
        Array.Copy(_rows, keep, right._rows, 0, right._count);
        _count = keep;
    }
}
