namespace XSight.Shopify;

internal sealed record WebhookNode(string? Id, string? Topic, string? Uri);
