namespace XSight.Storage;

/// <summary>A webhook that waits to be durable. It needs no tenant's counters.</summary>
internal sealed class AppendDelivery(StoredDelivery delivery, Dialect dialect, CancellationToken cancellationToken)
    : WriteOperation<long?>(null, 1 + (delivery.Body.Bytes.Length / BytesOfRow), cancellationToken)
{
    /// <summary>A body counts as this many bytes a row: large ones share a transaction with fewer others.</summary>
    private const int BytesOfRow = 1_024;

    public StoredDelivery Delivery => delivery;

    public override int Rows => 1;

    public void Answer(long? inboxSeq) => Result = inboxSeq;

    public override WriteBatch NewBatch() => new AppendBatch(this, dialect);

    public override Task RunAsync(Session session) => NewBatch().RunAsync(session);
}
