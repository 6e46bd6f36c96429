namespace XSight.Shopify;

internal sealed record WebhookCreateData(WebhookPayload? WebhookSubscriptionCreate);
