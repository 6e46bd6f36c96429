namespace XSight.Analytics.Rfm;

/// <summary>
/// From a customer's id to its row: open addressing over row numbers alone, four bytes a slot; the ids are compared in their column.
/// Load stays between 3/8 and 3/4 as it grows.
/// </summary>
internal sealed class RowIndex
{
    private const int CapacityMin = 16;
    private const int Vacant = -1;

    private int[] _slots = NewSlots(CapacityMin);
    private int _count;

    public long Bytes => (long)_slots.Length * sizeof(int);

    /// <summary>The customer's row, or -1.</summary>
    public int Find(long id, long[] ids)
    {
        for (var slot = Home(id); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var row = _slots[slot];
            if (row == Vacant || ids[row] == id)
            {
                return row;
            }
        }
    }

    /// <summary>Adds a row whose id is in its column and not yet here.</summary>
    public void Add(int row, long[] ids)
    {
        if ((_count + 1) * 4L > _slots.Length * 3L)
        {
            Grow(ids);
        }

        Place(row, ids[row]);
        _count++;
    }

    /// <summary>Removes a row that is here, and closes the gap so that no probe stops short.</summary>
    public void Remove(int row, long[] ids)
    {
        var mask = _slots.Length - 1;
        var gap = Home(ids[row]);
        while (_slots[gap] != row)
        {
            gap = (gap + 1) & mask;
        }

        for (var next = (gap + 1) & mask; _slots[next] != Vacant; next = (next + 1) & mask)
        {
            var home = Home(ids[_slots[next]]);
            if (((next - home) & mask) >= ((next - gap) & mask))
            {
                _slots[gap] = _slots[next];
                gap = next;
            }
        }

        _slots[gap] = Vacant;
        _count--;
    }

    private static int[] NewSlots(int capacity)
    {
        var slots = new int[capacity];
        Array.Fill(slots, Vacant);
        return slots;
    }

    /// <summary>Fibonacci hashing: ids of a store run close together, their high product bits do not.</summary>
    private int Home(long id) => (int)(((ulong)id * 0x9E3779B97F4A7C15UL) >>> 33) & (_slots.Length - 1);

    private void Place(int row, long id)
    {
        var slot = Home(id);
        while (_slots[slot] != Vacant)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = row;
    }

    private void Grow(long[] ids)
    {
        var old = _slots;
        _slots = NewSlots(old.Length * 2);
        foreach (var row in old)
        {
            if (row != Vacant)
            {
                Place(row, ids[row]);
            }
        }
    }
}
