namespace XSight.Storage;

/// <summary>An order's newest fact of a batch.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Row">The newest.</param>
/// <param name="Lined">The newest that tells lines; null without one.</param>
/// <param name="Refunded">The newest that tells refunds; null without one.</param>
/// <param name="ArrivedAtMs">When it came.</param>
/// <param name="Rank">Its place in the batch, from 1, from which an anonymous order gets its position in their feed.</param>
internal readonly record struct StagedOrder(
    TenantId Tenant, OrderRow Row, OrderRow? Lined, OrderRow? Refunded, long ArrivedAtMs, int Rank = 0)
{
    public OrderFact Fact => Row.Fact;

    /// <summary>Whether it says more than the order itself.</summary>
    public bool TellsSales => Lined is not null || Refunded is not null;

    /// <summary>Each line once; should a source repeat one, its last word counts.</summary>
    public IEnumerable<StagedLine> Lines
    {
        get
        {
            var (tenant, orderId) = (Tenant, Fact.OrderId);
            return Lined is null ? [] : Lined.Fact.Lines.Reverse().DistinctBy(l => l.LineId).Select(l => new StagedLine(tenant, orderId, l));
        }
    }

    /// <summary>Each refund once.</summary>
    public IEnumerable<StagedRefund> Refunds
    {
        get
        {
            var (tenant, orderId) = (Tenant, Fact.OrderId);
            return Refunded is not { } row
                ? []
                : row.Fact.Refunds.Select((r, i) => new StagedRefund(tenant, orderId, r, row.RefundDays[i])).Reverse().DistinctBy(r => r.Refund.RefundId);
        }
    }
}
