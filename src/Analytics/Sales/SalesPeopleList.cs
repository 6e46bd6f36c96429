namespace XSight.Analytics.Sales;

/// <summary>The customers behind a figure, largest net first.</summary>
public static class SalesPeopleList
{
    /// <exception cref="ArgumentException">The days are no range, the percentage is none, or the limit is not one of <see cref="SalesLimits.RowsMax"/> rows.</exception>
    public static SalesPeoplePage Compute(SalesLedger ledger, SalesPeopleQuery query, SalesStamp stamp)
    {
        SalesRows.Check(query.Limit);
        var conditions = new PeopleConditions(ledger, query, stamp);
        var found = StretchScan.Run(
            ledger,
            () => new FirstPeople(query.Limit, query.After),
            (found, from, to) => Scan(conditions, found, from, to),
            (found, others) => found.Add(others));
        var people = found.InOrder();
        return new SalesPeoplePage
        {
            Stamp = stamp,
            People = [.. people],
            Total = found.Total,
            Next = found.Beyond > people.Length ? new SalesPersonCursor(people[^1].NetMinor, people[^1].CustomerId) : null,
        };
    }

    private static void Scan(PeopleConditions conditions, FirstPeople found, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            if (conditions.PersonAt(row) is { } person)
            {
                found.Add(person);
            }
        }
    }
}
