using System.Globalization;
using XSight.Storage;

namespace XSight.Api.Privacy;

/// <summary>A person asked, through the store, what is held of them.</summary>
/// <param name="Id">Ours.</param>
/// <param name="StoreRequestId">The store's number; null when it told none.</param>
/// <param name="RequestedAt">When we were told.</param>
/// <param name="Customers">Who it is; empty when we knew nobody of the address.</param>
/// <param name="Export">Where everything held of them is.</param>
public sealed record PrivacyRequestResponse(string Id, string? StoreRequestId, DateTimeOffset RequestedAt, IReadOnlyList<string> Customers, string Export)
{
    public static PrivacyRequestResponse Of(PrivacyRequest request) => new(
        Text(request.RequestId),
        request.StoreRequestId is { } store ? Text(store) : null,
        request.RequestedAt,
        [.. request.CustomerIds.Select(Text)],
        $"/api/v1/privacy/requests/{Text(request.RequestId)}/export.json");

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
