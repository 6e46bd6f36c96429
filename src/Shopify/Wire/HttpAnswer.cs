using System.Net;

namespace XSight.Shopify;

/// <summary>A complete answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">Such as <c>application/json</c>; null when not told.</param>
/// <param name="RetryAfter">How long the store asks us to stay away.</param>
/// <param name="ApiVersion">The API version that really answered.</param>
/// <param name="Body">The body, decompressed.</param>
internal sealed record HttpAnswer(HttpStatusCode Status, string? MediaType, TimeSpan? RetryAfter, string? ApiVersion, byte[] Body);
