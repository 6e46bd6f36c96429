namespace XSight.Analytics.Sales;

/// <summary>Finds the largest values without sorting the others.</summary>
internal static class Selection
{
    private const int SortBelow = 32;

    /// <summary>Reorders values so that the first <paramref name="count"/> are the largest, in no sequence: quickselect, linear on average.</summary>
    public static void LargestFirst(Span<long> values, int count)
    {
        while (count > 0 && count < values.Length)
        {
            if (values.Length <= SortBelow)
            {
                values.Sort(static (a, b) => b.CompareTo(a));
                return;
            }

            var (above, below) = Partition(values, MedianOfThree(values));
            if (count <= above)
            {
                values = values[..above];
            }
            else if (count >= below)
            {
                values = values[below..];
                count -= below;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The least of the <paramref name="count"/> largest values, which come to the front as by <see cref="LargestFirst"/>; one at least.</summary>
    public static long LeastOfLargest(Span<long> values, int count)
    {
        LargestFirst(values, count);
        var least = long.MaxValue;
        foreach (var value in values[..count])
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    /// <summary>Larger values to the front, smaller to the end, equal ones between: equal nets are many where prices are few. Returns where the equal ones begin and end.</summary>
    private static (int Above, int Below) Partition(Span<long> values, long pivot)
    {
        var (above, at, below) = (0, 0, values.Length);
        while (at < below)
        {
            if (values[at] > pivot)
            {
                (values[above], values[at]) = (values[at], values[above]);
                above++;
                at++;
            }
            else if (values[at] < pivot)
            {
                below--;
                (values[below], values[at]) = (values[at], values[below]);
            }
            else
            {
                at++;
            }
        }

        return (above, below);
    }

    private static long MedianOfThree(Span<long> values)
    {
        var (a, b, c) = (values[0], values[values.Length / 2], values[^1]);
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }
}
