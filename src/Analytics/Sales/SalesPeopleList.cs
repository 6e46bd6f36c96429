namespace XSight.Analytics.Sales;

/// <summary>The customers behind a figure, by id.</summary>
public static class SalesPeopleList
{
    /// <exception cref="ArgumentException">The days are no range, or the limit is not one of <see cref="SalesLimits.RowsMax"/> rows.</exception>
    public static SalesPeoplePage Compute(SalesLedger ledger, SalesPeopleQuery query, SalesStamp stamp)
    {
        SalesRows.Check(query.Limit);
        var days = DayRange.Of(query.FromDay, query.ToDay);
        var groups = query.Cell is { } cell ? CohortGroups.Of(ledger, cell.Query, stamp) : null;
        var cohort = query.Cell is { } place ? groups!.Cohorts.Of(place.CohortDay) : PeriodSlots.Outside;
        var found = StretchScan.Run(
            ledger,
            () => new FirstPeople(query.Limit, query.After ?? 0),
            (found, from, to) => Scan(from, to, found),
            (found, others) => found.Add(others));
        var people = found.ByCustomer();
        return new SalesPeoplePage { Stamp = stamp, People = [.. people], Total = found.Total, Next = found.Beyond > people.Length ? people[^1].CustomerId : null };

        void Scan(int from, int to, FirstPeople found)
        {
            for (var row = from; row < to; row++)
            {
                if (ledger.Rows.LastDays[row] >= days.From && ledger.IsCountedCustomer(row) && (groups is null || InCell(groups, row, cohort, query.Cell!.Segment)) && PersonOf(ledger, row, query, days) is { } person)
                {
                    found.Add(person);
                }
            }
        }
    }

    private static bool InCell(CohortGroups groups, int row, int cohort, int? segment) =>
        cohort != PeriodSlots.Outside && groups.CohortOf(row) == cohort && (segment is null || groups.SegmentOf(row) == segment);

    /// <summary>Null for somebody whom the figure does not count.</summary>
    private static SalesPerson? PersonOf(SalesLedger ledger, int row, SalesPeopleQuery query, DayRange days)
    {
        var orders = ledger.CountedOrdersAt(row);
        if (!IsOfKind(orders, query.Kind, days))
        {
            return null;
        }

        var (count, net) = (0, 0L);
        for (var order = 0; order < orders.Count; order++)
        {
            if (days.Contains(orders.Days[order]))
            {
                count++;
                net += orders.NetMinor[order];
            }
        }

        var bought = count > 0 && (query.ProductId is not { } product || BoughtIn(ledger, row, product, days));
        return bought ? new SalesPerson(orders.Buyer, count, net, orders.Days[0], orders.Days[^1]) : null;
    }

    private static bool IsOfKind(BuyerOrders orders, PeopleKind kind, DayRange days) => kind switch
    {
        PeopleKind.New => days.Contains(orders.Days[0]),
        PeopleKind.Returning => orders.Days[0] < days.From,
        _ => true,
    };

    private static bool BoughtIn(SalesLedger ledger, int row, long productId, DayRange days)
    {
        if (ledger.Codes.Products.Find(productId) is not { } product)
        {
            return false;
        }

        var (arena, start) = (ledger.Arena, ledger.Rows.Starts[row]);
        for (var order = start; order < start + ledger.Rows.Counted[row]; order++)
        {
            var line = arena.LineStart(order);
            if (days.Contains(arena.Days[order]) && arena.LineProducts.AsSpan(line, arena.LineEnds[order] - line).Contains(product))
            {
                return true;
            }
        }

        return false;
    }
}
