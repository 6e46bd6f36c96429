namespace XSight.Analytics.Sales;

/// <summary>One page of a list of customers by id, and how many the list has.</summary>
/// <param name="limit">Customers of a page.</param>
/// <param name="after">The last id of the page before; 0 for the first page.</param>
internal sealed class FirstPeople(int limit, long after)
{
    /// <summary>The smallest ids so far, the largest of them on top.</summary>
    private readonly PriorityQueue<SalesPerson, long> _page = new();

    /// <summary>Customers of the list.</summary>
    public int Total { get; private set; }

    /// <summary>Those of them that come after the page before.</summary>
    public int Beyond { get; private set; }

    public void Add(SalesPerson person)
    {
        Total++;
        if (person.CustomerId > after)
        {
            Beyond++;
            Keep(person);
        }
    }

    /// <summary>Adds who was found elsewhere.</summary>
    public void Add(FirstPeople others)
    {
        Total += others.Total;
        Beyond += others.Beyond;
        foreach (var (person, _) in others._page.UnorderedItems)
        {
            Keep(person);
        }
    }

    /// <summary>Empties the page.</summary>
    public SalesPerson[] ByCustomer()
    {
        var people = new SalesPerson[_page.Count];
        for (var at = people.Length - 1; at >= 0; at--)
        {
            people[at] = _page.Dequeue();
        }

        return people;
    }

    private void Keep(SalesPerson person)
    {
        if (_page.Count < limit)
        {
            _page.Enqueue(person, -person.CustomerId);
        }
        else
        {
            _page.EnqueueDequeue(person, -person.CustomerId);
        }
    }
}
