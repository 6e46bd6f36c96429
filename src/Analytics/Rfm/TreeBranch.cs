namespace XSight.Analytics.Rfm;

/// <summary>Up to <see cref="Capacity"/> children, with the size and the smallest entry of each beside them.</summary>
internal sealed class TreeBranch : TreeNode
{
    private const int Capacity = 32;

    private const int AbsorbMax = Capacity * 3 / 4;

    private const int SparseMax = Capacity / 4;

    /// <summary>Object header, array headers and fields of a branch.</summary>
    private const int Overhead = 24 + (4 * 24) + 48;

    private readonly TreeNode[] _children = new TreeNode[Capacity];
    private readonly int[] _sizes = new int[Capacity];
    private readonly long[] _firstValues = new long[Capacity];
    private readonly int[] _firstRows = new int[Capacity];
    private int _size;

    public TreeBranch(TreeNode left, TreeNode right)
    {
        Put(0, left);
        Put(1, right);
        Children = 2;
        _size = left.Size + right.Size;
    }

    private TreeBranch()
    {
    }

    public int Children { get; private set; }

    public TreeNode OnlyChild => _children[0];

    public override int Size => _size;

    public override TreeKey First => new(_firstValues[0], _firstRows[0]);

    public override bool IsSparse => Children <= SparseMax;

    public override long Bytes
    {
        get
        {
            var bytes = (Capacity * (8L + sizeof(int) + sizeof(long) + sizeof(int))) + Overhead;
            for (var i = 0; i < Children; i++)
            {
                bytes += _children[i].Bytes;
            }

            return bytes;
        }
    }

    public override TreeNode? Insert(TreeKey key)
    {
        var at = ChildOf(key);
        var split = _children[at].Insert(key);
        _size++;
        Put(at, _children[at]);
        if (split is null)
        {
            return null;
        }

        if (Children < Capacity)
        {
            InsertAt(at + 1, split);
            return null;
        }

        var right = SplitOff(at == Capacity - 1 ? Capacity - SparseMax : Capacity / 2);
        if (at < Children)
        {
            InsertAt(at + 1, split);
        }
        else
        {
            right.InsertAt(at - Children + 1, split);
        }

        _size = SizeOfChildren();
        right._size = right.SizeOfChildren();
        return right;
    }

    public override void Erase(TreeKey key)
    {
        var at = ChildOf(key);
        var child = _children[at];
        child.Erase(key);
        _size--;
        if (!child.IsSparse)
        {
            Put(at, child);
        }
        else if (at > 0 && _children[at - 1].TryAbsorb(child))
        {
            RemoveAt(at);
            Put(at - 1, _children[at - 1]);
        }
        else if (at + 1 < Children && child.TryAbsorb(_children[at + 1]))
        {
            RemoveAt(at + 1);
            Put(at, child);
        }
        else
        {
            Put(at, child);
        }
    }

    public override long Select(int index)
    {
        var at = 0;
        while (index >= _sizes[at])
        {
            index -= _sizes[at++];
        }

        return _children[at].Select(index);
    }

    public override int CountBefore(TreeKey key)
    {
        var at = ChildOf(key);
        var before = 0;
        for (var i = 0; i < at; i++)
        {
            before += _sizes[i];
        }

        return before + _children[at].CountBefore(key);
    }

    public override void CollectRows(long above, long upTo, List<int> rows)
    {
        for (var at = ChildOf(new TreeKey(above, int.MaxValue)); at < Children && _firstValues[at] <= upTo; at++)
        {
            _children[at].CollectRows(above, upTo, rows);
        }
    }

    public override bool TryAbsorb(TreeNode right)
    {
        var other = (TreeBranch)right;
        if (Children + other.Children > AbsorbMax)
        {
            return false;
        }

        other.CopyTo(0, other.Children, this, Children);
        Children += other.Children;
        _size += other._size;
        return true;
    }

    /// <summary>The last child that begins at the key or before it; the first one for a key before all.</summary>
    private int ChildOf(TreeKey key)
    {
        var low = 1;
        var high = Children;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (key.IsBefore(_firstValues[middle], _firstRows[middle]))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low - 1;
    }

    private void Put(int at, TreeNode child)
    {
        var first = child.First;
        _children[at] = child;
        _sizes[at] = child.Size;
        _firstValues[at] = first.Value;
        _firstRows[at] = first.Row;
    }

    private void InsertAt(int at, TreeNode child)
    {
        CopyTo(at, Children - at, this, at + 1);
        Put(at, child);
        Children++;
    }

    private void RemoveAt(int at)
    {
        CopyTo(at + 1, Children - at - 1, this, at);
        Children--;
        _children[Children] = null!;
    }

    private TreeBranch SplitOff(int keep)
    {
        var right = new TreeBranch { Children = Children - keep };
        CopyTo(keep, right.Children, right, 0);
        Array.Clear(_children, keep, right.Children);
        Children = keep;
        return right;
    }

    private int SizeOfChildren()
    {
        var size = 0;
        for (var i = 0; i < Children; i++)
        {
            size += _sizes[i];
        }

        return size;
    }

    private void CopyTo(int from, int count, TreeBranch target, int to)
    {
        Array.Copy(_children, from, target._children, to, count);
        Array.Copy(_sizes, from, target._sizes, to, count);
        Array.Copy(_firstValues, from, target._firstValues, to, count);
        Array.Copy(_firstRows, from, target._firstRows, to, count);
    }
}
