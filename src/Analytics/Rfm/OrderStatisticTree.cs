namespace XSight.Analytics.Rfm;

/// <summary>
/// A multiset of values, each held by a row, kept in the order (value, row): a B+ tree whose branches know how many entries lie below
/// them. Insert, erase, select and rank take O(log n); equal values are told apart by their row, so ties of any size cost nothing extra.
/// </summary>
public sealed class OrderStatisticTree
{
    private TreeNode _root = new TreeLeaf();

    public int Count { get; private set; }

    /// <summary>Adds an entry that is not there yet.</summary>
    public void Insert(long value, int row)
    {
        var split = _root.Insert(new TreeKey(value, row));
        if (split is not null)
        {
            _root = new TreeBranch(_root, split);
        }

        Count++;
    }

    /// <summary>Removes an entry.</summary>
    /// <exception cref="InvalidOperationException">The entry is not there: the columns and the tree disagree.</exception>
    public void Erase(long value, int row)
    {
        _root.Erase(new TreeKey(value, row));
        while (_root is TreeBranch { Children: 1 } branch)
        {
            _root = branch.OnlyChild;
        }

        Count--;
    }

    /// <summary>The value at a place of the ascending order, the smallest at place 1.</summary>
    public long Select(int place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place, Count);
        return _root.Select(place - 1);
    }

    /// <summary>How many entries have a strictly smaller value.</summary>
    public int CountBelow(long value) => _root.CountBefore(new TreeKey(value, int.MinValue));

    /// <summary>How many entries have this value or a smaller one.</summary>
    public int CountUpTo(long value) => value == long.MaxValue ? Count : CountBelow(value + 1);

    /// <summary>Appends the rows whose value is greater than <paramref name="above"/> and at most <paramref name="upTo"/>, in order.</summary>
    public void CollectRows(long above, long upTo, List<int> rows) => _root.CollectRows(above, upTo, rows);

    /// <summary>Bytes that the nodes occupy.</summary>
    public long Bytes => _root.Bytes;
}
