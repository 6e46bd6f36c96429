using XSight.Storage;

namespace XSight.Grains.Privacy;

/// <summary>By what a person is recognised in a delivery.</summary>
/// <param name="Ids">The person's numbers, and those of their orders.</param>
/// <param name="Words">Name, addresses and phones, as held and as told.</param>
internal sealed record PersonWords(IReadOnlySet<long> Ids, IReadOnlyList<string> Words)
{
    public static PersonWords Of(IReadOnlyList<PersonTrace> traces, string? email, string? phone, IReadOnlyList<long> orderIds) => new(
        traces.Select(trace => trace.CustomerId).Concat(traces.SelectMany(trace => trace.OrderIds)).Concat(orderIds).ToHashSet(),
        [.. traces.Append(new PersonTrace(0, null, email, phone, [])).SelectMany(trace => trace.Words).Distinct(StringComparer.OrdinalIgnoreCase)]);
}
