namespace XSight.Analytics.Rfm;

/// <summary>A node of an <see cref="OrderStatisticTree"/>. All leaves are equally deep.</summary>
internal abstract class TreeNode
{
    /// <summary>Entries in this subtree.</summary>
    public abstract int Size { get; }

    /// <summary>The smallest entry of this subtree.</summary>
    public abstract TreeKey First { get; }

    /// <summary>Bytes of this subtree.</summary>
    public abstract long Bytes { get; }

    /// <summary>Adds an entry; the new right neighbour if the node had to split.</summary>
    public abstract TreeNode? Insert(TreeKey key);

    public abstract void Erase(TreeKey key);

    /// <summary>The value at an index of this subtree, from 0.</summary>
    public abstract long Select(int index);

    /// <summary>Entries of this subtree before a key.</summary>
    public abstract int CountBefore(TreeKey key);

    public abstract void CollectRows(long above, long upTo, List<int> rows);

    /// <summary>Takes over all entries of the right neighbour if the two fit comfortably in one node.</summary>
    public abstract bool TryAbsorb(TreeNode right);

    /// <summary>Few enough entries that a neighbour should take them.</summary>
    public abstract bool IsSparse { get; }
}
