namespace XSight.Shopify;

internal sealed record WebhookUpdateData(WebhookPayload? WebhookSubscriptionUpdate);
