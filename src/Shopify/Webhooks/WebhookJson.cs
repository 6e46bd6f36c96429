using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>Deserialization of webhook bodies, generated at build.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(OrderPayload))]
[JsonSerializable(typeof(CustomerPayload))]
[JsonSerializable(typeof(PointerPayload))]
[JsonSerializable(typeof(MergePayload))]
[JsonSerializable(typeof(BulkFinishPayload))]
[JsonSerializable(typeof(ScopesPayload))]
[JsonSerializable(typeof(PrivacyPayload))]
internal sealed partial class WebhookJson : JsonSerializerContext;
