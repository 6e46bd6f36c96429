using System.Globalization;

namespace XSight.Api.Live;

/// <summary>Customers that changed. Null when they are too many to name: whoever shows one reads it again.</summary>
internal sealed record LiveCustomers(IReadOnlyList<string>? Ids)
{
    public const int IdsMax = 200;

    public static LiveCustomers Of(CustomersChanged changed) =>
        new(changed.CustomerIds.Length <= IdsMax ? [.. changed.CustomerIds.Select(id => id.ToString(CultureInfo.InvariantCulture))] : null);

    public static LiveCustomers Union(LiveCustomers one, LiveCustomers other) =>
        one.Ids is { } ids && other.Ids is { } more && ids.Union(more).ToList() is { Count: <= IdsMax } all ? new(all) : new((IReadOnlyList<string>?)null);
}
