namespace XSight.Shopify;

/// <summary>What both mutations of subscriptions answer.</summary>
internal sealed record WebhookPayload(WebhookNode? WebhookSubscription, UserErrorNode[]? UserErrors);
