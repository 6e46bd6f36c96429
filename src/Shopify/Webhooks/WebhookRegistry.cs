namespace XSight.Shopify;

/// <summary>This app's webhook subscriptions in one store.</summary>
internal sealed class WebhookRegistry(GraphQLClient client)
{
    private const int RowsPerPage = 100;

    /// <summary>One topic goes to one address once: a store with more subscriptions of ours than this is not one that we know how to read.</summary>
    private const int PagesMax = 20;

    private const string List = "webhookSubscriptions";

    public async Task<IReadOnlyList<WebhookSubscription>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<WebhookSubscription>();
        string? cursor = null;
        for (var page = 0; page < PagesMax; page++)
        {
            var variables = new GraphQLVariables { First = RowsPerPage, After = cursor };
            var data = await client.SendAsync(QueryDocuments.Webhooks, variables, AdminJson.Default.GraphQLAnswerWebhooksData, cancellationToken);
            var subscriptions = data.WebhookSubscriptions ?? throw AnswerFaults.Missing(List);
            all.AddRange((subscriptions.Nodes ?? throw AnswerFaults.Missing(List + ".nodes")).Select(node => ToSubscription(node, List + ".nodes")));
            cursor = PageCursor.Next(subscriptions.PageInfo, List, cursor);
            if (cursor is null)
            {
                return all;
            }
        }

        throw AnswerFaults.Malformed($"data.{List} has more than {PagesMax} pages of {RowsPerPage}");
    }

    /// <remarks>An attempt whose answer got lost may have subscribed already, and the store refuses the next: what we wanted is there then.</remarks>
    public async Task<WebhookSubscription> CreateAsync(WebhookTopic topic, Uri address, CancellationToken cancellationToken)
    {
        var variables = new GraphQLVariables { Topic = topic.EnumName, Uri = address };
        var data = await client.SendAsync(QueryDocuments.WebhookCreate, variables, AdminJson.Default.GraphQLAnswerWebhookCreateData, cancellationToken);
        var payload = data.WebhookSubscriptionCreate ?? throw AnswerFaults.Missing("webhookSubscriptionCreate");
        if (payload.UserErrors is [_, ..] && await FindAsync(topic, address, cancellationToken) is { } existing)
        {
            return existing;
        }

        AnswerFaults.Refuse(payload.UserErrors);
        return ToSubscription(payload.WebhookSubscription, "webhookSubscriptionCreate.webhookSubscription");
    }

    public async Task<WebhookSubscription> MoveAsync(string subscriptionId, Uri address, CancellationToken cancellationToken)
    {
        var variables = new GraphQLVariables { Id = subscriptionId, Uri = address };
        var data = await client.SendAsync(QueryDocuments.WebhookUpdate, variables, AdminJson.Default.GraphQLAnswerWebhookUpdateData, cancellationToken);
        var payload = data.WebhookSubscriptionUpdate ?? throw AnswerFaults.Missing("webhookSubscriptionUpdate");
        AnswerFaults.Refuse(payload.UserErrors);
        return ToSubscription(payload.WebhookSubscription, "webhookSubscriptionUpdate.webhookSubscription");
    }

    private async Task<WebhookSubscription?> FindAsync(WebhookTopic topic, Uri address, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(subscription => subscription.Topic == topic.EnumName && subscription.IsAt(address));

    private static WebhookSubscription ToSubscription(WebhookNode? node, string path) => new(
        node?.Id ?? throw AnswerFaults.Missing(path + ".id"),
        node.Topic ?? throw AnswerFaults.Missing(path + ".topic"),
        node.Uri ?? throw AnswerFaults.Missing(path + ".uri"));
}
