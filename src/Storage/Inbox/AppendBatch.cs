namespace XSight.Storage;

/// <summary>Webhooks that become durable together, in one statement or one loop.</summary>
internal sealed class AppendBatch(AppendDelivery first, Dialect dialect) : WriteBatch
{
    private readonly List<AppendDelivery> _appends = [first];

    public override bool TryAdd(WriteOperation operation)
    {
        if (operation is not AppendDelivery append)
        {
            return false;
        }

        _appends.Add(append);
        return true;
    }

    public override async Task RunAsync(Session session)
    {
        var seqs = await dialect.AppendToInboxAsync(session, [.. _appends.Select(a => a.Delivery)], CancellationToken.None);
        foreach (var (append, seq) in _appends.Zip(seqs))
        {
            append.Answer(seq);
        }
    }
}
