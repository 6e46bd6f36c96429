namespace XSight.ShopifySimulator;

/// <summary>Webhook subscriptions in the schema.</summary>
internal static class WebhookSubscriptionTypes
{
    private const string Taken = "Address for this topic has already been taken";

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

    public static ObjectType UpdatePayload { get; } =
        Payload<WebhookSubscription>.TypeNamed("WebhookSubscriptionUpdatePayload", "webhookSubscription", Subscription, "UserError");

    public static IReadOnlyList<Argument> UpdateArguments { get; } = [new("id", InputType.Id, Required: true), new("webhookSubscription", Input, Required: true)];

    public static Page Page(Store store, ArgumentValues values, QueryContext context) =>
        ShortList.Page(context.Session.Subscriptions.All, subscription => subscription.Id, values);

    public static Payload<WebhookSubscription> Create(ArgumentValues values, QueryContext context)
    {
        var input = values.Object("webhookSubscription");
        if (AddressIn(input) is not { } uri)
        {
            return Refused("Address is invalid");
        }

        var subscription = new WebhookSubscription(context.Store.TakeId(), values.Text("topic")!, uri, input.GetValueOrDefault("name") as string, context.Store.Now);
        return context.Session.Subscriptions.TryAdd(subscription) ? new Payload<WebhookSubscription>(subscription, []) : Refused(Taken);
    }

    public static Payload<WebhookSubscription> Update(ArgumentValues values, QueryContext context)
    {
        if (Gid.Parse(values.Text("id"), "WebhookSubscription") is not { } id || context.Session.Subscriptions.Find(id) is not { } subscription)
        {
            return new Payload<WebhookSubscription>(null, [new UserError(["id"], "Webhook subscription does not exist")]);
        }

        if (AddressIn(values.Object("webhookSubscription")) is not { } uri)
        {
            return Refused("Address is invalid");
        }

        var moved = subscription with { Uri = uri };
        return context.Session.Subscriptions.TryReplace(moved) ? new Payload<WebhookSubscription>(moved, []) : Refused(Taken);
    }

    private static string? AddressIn(IReadOnlyDictionary<string, object?> input)
    {
        var uri = (input.GetValueOrDefault("uri") ?? input.GetValueOrDefault("callbackUrl")) as string;
        return Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? uri : null;
    }

    private static Payload<WebhookSubscription> Refused(string message) => new(null, [new UserError(["webhookSubscription", "uri"], message)]);
}
