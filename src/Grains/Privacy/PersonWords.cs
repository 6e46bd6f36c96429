using XSight.Storage;

namespace XSight.Grains.Privacy;

/// <summary>By what a person is recognised in a delivery.</summary>
/// <param name="Ids">The person's numbers, and those of their orders.</param>
/// <param name="Words">Name, addresses and phones, as held and as told.</param>
internal sealed record PersonWords(IReadOnlySet<long> Ids, IReadOnlyList<string> Words)
{
    /// <summary>A shorter word stands in too many texts that have nothing to do with the person.</summary>
    private const int LengthMin = 5;

    public static PersonWords Of(IReadOnlyList<PersonTrace> traces, string? email, string? phone, IReadOnlyList<long> orderIds) => new(
        traces.Select(trace => trace.CustomerId).Concat(traces.SelectMany(trace => trace.OrderIds)).Concat(orderIds).ToHashSet(),
        [.. traces.SelectMany(trace => new[] { trace.Name, trace.Email, trace.Phone }).Append(email).Append(phone)
            .OfType<string>().Where(word => word.Length >= LengthMin).Distinct(StringComparer.OrdinalIgnoreCase)]);
}
