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
        var page = new PriorityQueue<SalesPerson, long>();
        var (total, beyond) = (0, 0);
        for (var row = 0; row < ledger.Rows.End; row++)
        {
            if (ledger.Rows.Counted[row] == 0 || ledger.Rows.Buyers[row] < 0 || (groups is not null && !InCell(groups, row, cohort, query.Cell!.Segment)))
            {
                continue;
            }

            if (PersonOf(ledger, row, query, days) is not { } person)
            {
                continue;
            }

            total++;
            if (person.CustomerId > (query.After ?? 0))
            {
                beyond++;
                Keep(page, person, query.Limit);
            }
        }

        var people = new SalesPerson[page.Count];
        for (var at = people.Length - 1; at >= 0; at--)
        {
            people[at] = page.Dequeue();
        }

        return new SalesPeoplePage { Stamp = stamp, People = [.. people], Total = total, Next = beyond > people.Length ? people[^1].CustomerId : null };
    }

    /// <summary>The smallest ids so far, the largest of them on top.</summary>
    private static void Keep(PriorityQueue<SalesPerson, long> page, SalesPerson person, int limit)
    {
        if (page.Count < limit)
        {
            page.Enqueue(person, -person.CustomerId);
        }
        else
        {
            page.EnqueueDequeue(person, -person.CustomerId);
        }
    }

    private static bool InCell(CohortGroups groups, int row, int cohort, int? segment) =>
        cohort != PeriodSlots.Outside && groups.CohortOfRow[row] == cohort && (segment is null || groups.SegmentOfRow[row] == segment);

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
