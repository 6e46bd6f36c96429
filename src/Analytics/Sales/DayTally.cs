using System.Runtime.InteropServices;

namespace XSight.Analytics.Sales;

/// <summary>Counted orders by day, for the first and the last day that have any.</summary>
internal sealed class DayTally
{
    private readonly Dictionary<int, int> _orders = [];
    private int? _first;
    private int? _last;
    private bool _known = true;

    public int? First
    {
        get
        {
            FindEnds();
            return _first;
        }
    }

    public int? Last
    {
        get
        {
            FindEnds();
            return _last;
        }
    }

    public void Add(ReadOnlySpan<int> days)
    {
        foreach (var day in days)
        {
            ref var orders = ref CollectionsMarshal.GetValueRefOrAddDefault(_orders, day, out var known);
            orders++;
            _known &= known;
        }
    }

    public void Remove(ReadOnlySpan<int> days)
    {
        foreach (var day in days)
        {
            if (--CollectionsMarshal.GetValueRefOrNullRef(_orders, day) == 0)
            {
                _orders.Remove(day);
                _known = false;
            }
        }
    }

    private void FindEnds()
    {
        if (_known)
        {
            return;
        }

        (_first, _last) = _orders.Count == 0 ? (default(int?), default(int?)) : (_orders.Keys.Min(), _orders.Keys.Max());
        _known = true;
    }
}
