namespace XSight.Shopify;

internal sealed record WebhooksData(NodePage<WebhookNode>? WebhookSubscriptions);
