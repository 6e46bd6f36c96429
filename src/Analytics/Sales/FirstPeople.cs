namespace XSight.Analytics.Sales;

/// <summary>One page of a list of customers, largest net first and then by id, and how many the list has.</summary>
/// <param name="limit">Customers of a page.</param>
/// <param name="after">The last customer of the page before; null for the first page.</param>
internal sealed class FirstPeople(int limit, SalesPersonCursor? after)
{
    private readonly (long Net, long MinusId) _after = after is { } cursor ? (cursor.NetMinor, -cursor.CustomerId) : (long.MaxValue, 0);

    /// <summary>The first beyond the cursor, the last of them on top.</summary>
    private readonly PriorityQueue<SalesPerson, (long Net, long MinusId)> _page = new();

    /// <summary>Customers of the list.</summary>
    public int Total { get; private set; }

    /// <summary>Those of them that come after the page before.</summary>
    public int Beyond { get; private set; }

    public void Add(SalesPerson person)
    {
        Total++;
        var place = (person.NetMinor, -person.CustomerId);
        if (place.CompareTo(_after) < 0)
        {
            Beyond++;
            Keep(person, place);
        }
    }

    /// <summary>Adds who was found elsewhere.</summary>
    public void Add(FirstPeople others)
    {
        Total += others.Total;
        Beyond += others.Beyond;
        foreach (var (person, place) in others._page.UnorderedItems)
        {
            Keep(person, place);
        }
    }

    /// <summary>Empties the page.</summary>
    public SalesPerson[] InOrder()
    {
        var people = new SalesPerson[_page.Count];
        for (var at = people.Length - 1; at >= 0; at--)
        {
            people[at] = _page.Dequeue();
        }

        return people;
    }

    private void Keep(SalesPerson person, (long Net, long MinusId) place)
    {
        if (_page.Count < limit)
        {
            _page.Enqueue(person, place);
        }
        else
        {
            _page.EnqueueDequeue(person, place);
        }
    }
}
