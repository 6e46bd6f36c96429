using System.Text.Json.Serialization;

namespace XSight.Shopify;

internal sealed record CustomerReference([property: JsonConverter(typeof(GidConverter))] long? Id);
