using Orleans.Runtime;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>
/// Deliveries whose grain call was lost with its silo: the runtime refused it, or nobody answered. That says nothing about the delivery,
/// so it does not count against it; but not for ever, since a grain that never answers looks the same. Remembered by one activation of
/// the consumer, and only while such a delivery waits.
/// </summary>
internal sealed class LostCalls
{
    /// <summary>With <see cref="Pause"/> a minute at least: a silo that was killed is voted out in eight seconds.</summary>
    public const int ForgivenMax = 30;

    /// <summary>Between two attempts, so that nobody asks in a loop while the others find out.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Dictionary<long, int> _losses = [];

    /// <summary>Whether the failure is a loss, and one that the delivery is not charged with.</summary>
    public bool Forgives(long inboxSeq, Exception error)
    {
        if (error is not (OrleansMessageRejectionException or TimeoutException))
        {
            return false;
        }

        var losses = _losses.GetValueOrDefault(inboxSeq) + 1;
        _losses[inboxSeq] = losses;
        return losses <= ForgivenMax;
    }

    /// <summary>They are through, one way or the other.</summary>
    public void Forget(IReadOnlyList<InboxItem> items)
    {
        if (_losses.Count == 0)
        {
            return;
        }

        foreach (var item in items)
        {
            _losses.Remove(item.InboxSeq);
        }
    }
}
