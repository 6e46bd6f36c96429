using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>Serialization of the Admin API, generated at build.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphQLRequest))]
[JsonSerializable(typeof(GraphQLAnswer<ShopData>))]
[JsonSerializable(typeof(GraphQLAnswer<CustomersData>))]
[JsonSerializable(typeof(GraphQLAnswer<OrdersData>))]
[JsonSerializable(typeof(GraphQLAnswer<OrdersCountData>))]
[JsonSerializable(typeof(GraphQLAnswer<BulkRunData>))]
[JsonSerializable(typeof(GraphQLAnswer<BulkGetData>))]
[JsonSerializable(typeof(GraphQLAnswer<BulkCancelData>))]
[JsonSerializable(typeof(GraphQLAnswer<OrderData>))]
[JsonSerializable(typeof(GraphQLAnswer<CustomerData>))]
[JsonSerializable(typeof(GraphQLAnswer<WebhooksData>))]
[JsonSerializable(typeof(GraphQLAnswer<WebhookCreateData>))]
[JsonSerializable(typeof(GraphQLAnswer<WebhookUpdateData>))]
[JsonSerializable(typeof(CustomerNode))]
[JsonSerializable(typeof(OrderNode))]
[JsonSerializable(typeof(LineNode))]
internal sealed partial class AdminJson : JsonSerializerContext;
