using System.Globalization;
using XSight.Storage;

namespace XSight.Api.Operations;

/// <summary>A dead letter in a list, without its body.</summary>
public sealed record DeadLetterRow(string Id, string Tenant, string Topic, string WebhookId, DateTimeOffset? TriggeredAt, DateTimeOffset ReceivedAt, DateTimeOffset BuriedAt, int Attempts, string Error)
{
    internal static DeadLetterRow Of(DeadLetter letter)
    {
        var (item, delivery) = (letter.Item, letter.Item.Delivery);
        return new(item.InboxSeq.ToString(CultureInfo.InvariantCulture), delivery.Tenant.Value, delivery.Topic, delivery.WebhookId, delivery.TriggeredAt, delivery.ReceivedAt, letter.BuriedAt, item.Attempts, letter.Error);
    }
}
