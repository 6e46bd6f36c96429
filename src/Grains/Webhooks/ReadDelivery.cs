using System.Runtime.ExceptionServices;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>A delivery and what its payload says, or why that cannot be read.</summary>
internal sealed class ReadDelivery
{
    private readonly WebhookEffect? _says;
    private readonly ExceptionDispatchInfo? _unreadable;

    /// <param name="item">The delivery.</param>
    /// <param name="currency">The shop's.</param>
    public ReadDelivery(InboxItem item, string currency)
    {
        Item = item;
        try
        {
            _says = WebhookReader.Read(item.Delivery.Topic, item.Delivery.Body, item.Delivery.TriggeredAt, currency);
        }
        catch (Exception unreadable)
        {
            _unreadable = ExceptionDispatchInfo.Capture(unreadable);
        }
    }

    public InboxItem Item { get; }

    /// <exception cref="Exception">The payload could not be read.</exception>
    public WebhookEffect Says
    {
        get
        {
            _unreadable?.Throw();
            return _says!;
        }
    }
}
