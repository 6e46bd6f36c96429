namespace XSight.Storage;

internal readonly record struct StagedOrder(TenantId Tenant, OrderRow Row, long ArrivedAtMs)
{
    public OrderFact Fact => Row.Fact;
}
