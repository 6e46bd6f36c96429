using System.Runtime.InteropServices;

namespace XSight.ShopifySimulator;

/// <summary>Row numbers in the order of a key column, ties by id. Built when first asked for.</summary>
internal sealed class SortedRows
{
    private readonly List<long> _keys;
    private readonly List<long> _ids;
    private readonly List<int> _rows;

    public SortedRows(List<long> keys, List<long> ids)
    {
        _keys = keys;
        _ids = ids;
        _rows = [.. Enumerable.Range(0, ids.Count)];
        CollectionsMarshal.AsSpan(_rows).Sort((a, b) => Compare(keys[a], ids[a], keys[b], ids[b]));
    }

    public int Count => _rows.Count;

    public int this[int position] => _rows[position];

    /// <summary>The first position whose key and id are not below the given.</summary>
    public int LowerBound(long key, long id)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var row = _rows[middle];
            if (Compare(_keys[row], _ids[row], key, id) < 0)
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

    public void Insert(int row) => _rows.Insert(LowerBound(_keys[row], _ids[row]), row);

    /// <summary>Must be called before the row's key changes.</summary>
    public void Remove(int row) => _rows.RemoveAt(LowerBound(_keys[row], _ids[row]));

    private static int Compare(long keyA, long idA, long keyB, long idB)
    {
        var byKey = keyA.CompareTo(keyB);
        return byKey != 0 ? byKey : idA.CompareTo(idB);
    }
}
