namespace XSight.Analytics.Sales;

/// <summary>What a list of people asks of a customer, by row of the ledger; what its question leaves open is not asked.</summary>
internal sealed class PeopleConditions
{
    private readonly SalesLedger _ledger;
    private readonly SalesPeopleQuery _query;
    private readonly DayRange _days;
    private readonly CohortGroups? _groups;
    private readonly int _cohort;
    private readonly int? _product;
    private readonly int? _firstProduct;
    private readonly TopCustomers? _top;

    /// <exception cref="ArgumentException">The days are no range, or the percentage is none.</exception>
    public PeopleConditions(SalesLedger ledger, SalesPeopleQuery query, SalesStamp stamp)
    {
        (_ledger, _query, _days) = (ledger, query, DayRange.Of(query.FromDay, query.ToDay));
        if (query.Cell is { } cell)
        {
            _groups = CohortGroups.Of(ledger, cell.Query, stamp);
            _cohort = _groups.Cohorts.Of(cell.CohortDay);
        }

        (_product, _firstProduct) = (CodeOf(query.ProductId), CodeOf(query.FirstProductId));
        if (query.TopPercent is { } percent)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, SalesLimits.TopPercentMax);
            _top = TopCustomers.Of(ledger, _days, percent);
        }
    }

    /// <summary>Null for somebody whom the figure does not count.</summary>
    public SalesPerson? PersonAt(int row)
    {
        if (_ledger.Rows.LastDays[row] < _days.From || !_ledger.IsCountedCustomer(row) || !IsOfCell(row) || !BeganAsAsked(row))
        {
            return null;
        }

        var orders = _ledger.CountedOrdersAt(row);
        if (!IsOfKind(orders) || !CameBackAsAsked(orders))
        {
            return null;
        }

        var (count, net) = (0, 0L);
        for (var order = 0; order < orders.Count; order++)
        {
            if (_days.Contains(orders.Days[order]))
            {
                count++;
                net += orders.NetMinor[order];
            }
        }

        if (count == 0 || (_product is { } product && !BoughtInDays(row, product)))
        {
            return null;
        }

        var person = new SalesPerson(orders.Buyer, count, net, orders.Days[0], orders.Days[^1]);
        return _top is null || _top.Contains(person) ? person : null;
    }

    private int? CodeOf(long? productId) => productId is { } id ? _ledger.Codes.Products.Find(id) ?? ProductTable.NeverSold : null;

    private bool IsOfCell(int row) => _groups is null
        || (_cohort != PeriodSlots.Outside && _groups.CohortOf(row) == _cohort && (_query.Cell!.Segment is not { } segment || _groups.SegmentOf(row) == segment));

    private bool BeganAsAsked(int row) => _firstProduct is not { } product || _ledger.Rows.FirstProducts[row] == product;

    private bool IsOfKind(BuyerOrders orders) => _query.Kind switch
    {
        PeopleKind.New => _days.Contains(orders.Days[0]),
        PeopleKind.Returning => orders.Days[0] < _days.From,
        _ => true,
    };

    private bool CameBackAsAsked(BuyerOrders orders)
    {
        if (_query.Gap is not { } gap)
        {
            return true;
        }

        var order = gap.Step is GapStep.Second ? 1 : 2;
        if (orders.Count <= order)
        {
            return false;
        }

        var days = orders.Days[order] - orders.Days[order - 1];
        return days >= gap.FromDays && days <= (gap.ToDays ?? int.MaxValue);
    }

    private bool BoughtInDays(int row, int product)
    {
        var (arena, start) = (_ledger.Arena, _ledger.Rows.Starts[row]);
        for (var order = start; order < start + _ledger.Rows.Counted[row]; order++)
        {
            var line = arena.LineStart(order);
            if (_days.Contains(arena.Days[order]) && arena.LineProducts.AsSpan(line, arena.LineEnds[order] - line).Contains(product))
            {
                return true;
            }
        }

        return false;
    }
}
