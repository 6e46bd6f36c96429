namespace XSight.Shopify;

/// <summary>What a store's subscriptions lack, so that we hear of all that we want to hear and at our address.</summary>
/// <param name="Missing">Topics without any subscription: to be created.</param>
/// <param name="Elsewhere">Subscriptions that lead to another address while none of their topic leads to ours: to be moved.</param>
/// <param name="NotGranted">Topics we would like and cannot have, because the merchant did not grant their scope.</param>
public sealed record WebhookPlan(
    IReadOnlyList<WebhookTopic> Missing, IReadOnlyList<(WebhookTopic Topic, WebhookSubscription Subscription)> Elsewhere, IReadOnlyList<WebhookTopic> NotGranted)
{
    private const string ReadPrefix = "read_";
    private const string WritePrefix = "write_";

    /// <summary>Nothing needs doing.</summary>
    public bool IsComplete => Missing.Count == 0 && Elsewhere.Count == 0;

    /// <param name="existing">What the store has.</param>
    /// <param name="appUrl">Our public address.</param>
    /// <param name="grantedScopes">What the merchant granted; writing includes reading.</param>
    public static WebhookPlan Of(IReadOnlyList<WebhookSubscription> existing, Uri appUrl, IReadOnlySet<string> grantedScopes)
    {
        var byTopic = existing.ToLookup(subscription => subscription.Topic, StringComparer.Ordinal);
        var missing = new List<WebhookTopic>();
        var elsewhere = new List<(WebhookTopic Topic, WebhookSubscription Subscription)>();
        var notGranted = new List<WebhookTopic>();
        foreach (var topic in WebhookTopics.All.Where(topic => topic.IsSubscribed))
        {
            var address = topic.AddressUnder(appUrl);
            if (!IsGranted(topic.Scope, grantedScopes))
            {
                notGranted.Add(topic);
            }
            else if (!byTopic.Contains(topic.EnumName))
            {
                missing.Add(topic);
            }
            else if (!byTopic[topic.EnumName].Any(subscription => subscription.IsAt(address)))
            {
                elsewhere.Add((topic, byTopic[topic.EnumName].First()));
            }
        }

        return new(missing, elsewhere, notGranted);
    }

    private static bool IsGranted(string? scope, IReadOnlySet<string> granted) =>
        scope is null || granted.Contains(scope) || granted.Contains(scope.Replace(ReadPrefix, WritePrefix, StringComparison.Ordinal));
}
