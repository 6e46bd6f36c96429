namespace XSight.ShopifySimulator;

/// <summary>Webhook subscriptions in the schema.</summary>
internal static class WebhookSubscriptionTypes
{
    private static readonly InputType Topic = InputType.Enum("WebhookSubscriptionTopic");

    private static readonly InputType Input = new("WebhookSubscriptionInput", InputKind.Object, Fields:
    [
        new("uri", InputType.Text), new("callbackUrl", InputType.Text), new("format", InputType.Enum("WebhookSubscriptionFormat", "JSON", "XML")),
        new("filter", InputType.Text), new("includeFields", InputType.Text, IsList: true), new("metafieldNamespaces", InputType.Text, IsList: true),
        new("name", InputType.Text),
    ]);

    public static ObjectType<WebhookSubscription> Subscription { get; } = new ObjectType<WebhookSubscription>("WebhookSubscription", isNode: true)
        .GidField(subscription => subscription.Id)
        .Text("topic", "WebhookSubscriptionTopic!", subscription => subscription.Topic)
        .Text("uri", "String!", subscription => subscription.Uri)
        .Text("callbackUrl", "URL!", subscription => subscription.Uri)
        .Text("format", "WebhookSubscriptionFormat!", _ => "JSON")
        .Text("name", "String", subscription => subscription.Name)
        .Instant("createdAt", "DateTime!", subscription => subscription.CreatedAt)
        .Instant("updatedAt", "DateTime!", subscription => subscription.CreatedAt);

    public static ObjectType CreatePayload { get; } =
        Payload<WebhookSubscription>.TypeNamed("WebhookSubscriptionCreatePayload", "webhookSubscription", Subscription, "UserError");

    public static IReadOnlyList<Argument> Arguments { get; } = [new("topics", Topic, IsList: true), new("uri", InputType.Text)];

    public static IReadOnlyList<Argument> CreateArguments { get; } = [new("topic", Topic, Required: true), new("webhookSubscription", Input, Required: true)];

    public static Page Page(Store store, ArgumentValues values, QueryContext context) =>
        ShortList.Page(context.Session.Subscriptions.All, subscription => subscription.Id, values);

    public static Payload<WebhookSubscription> Create(ArgumentValues values, QueryContext context)
    {
        var input = values.Object("webhookSubscription");
        var uri = (input.GetValueOrDefault("uri") ?? input.GetValueOrDefault("callbackUrl")) as string;
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return new Payload<WebhookSubscription>(null, [new UserError(["webhookSubscription", "uri"], "Address is invalid")]);
        }

        var subscription = new WebhookSubscription(context.Store.TakeId(), values.Text("topic")!, uri, input.GetValueOrDefault("name") as string, context.Store.Now);
        return context.Session.Subscriptions.TryAdd(subscription)
            ? new Payload<WebhookSubscription>(subscription, [])
            : new Payload<WebhookSubscription>(null, [new UserError(["webhookSubscription", "uri"], "Address for this topic has already been taken")]);
    }
}
