namespace XSight.Storage;

/// <summary>The staged tables of facts and metrics, and what goes into them.</summary>
internal static class StagedFacts
{
    public static readonly StagedTable<StagedCustomer> Customers = new(
        "staged_customers",
        StagedColumn<StagedCustomer>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<StagedCustomer>.Number("customer_id", r => r.Fact.CustomerId),
        StagedColumn<StagedCustomer>.Number("updated_at", r => r.Fact.UpdatedAt.Ms()),
        StagedColumn<StagedCustomer>.Number("arrived_at", r => r.ArrivedAtMs),
        StagedColumn<StagedCustomer>.Number("created_at", r => r.Fact.CreatedAt.Ms()),
        StagedColumn<StagedCustomer>.Text("first_name", r => r.Fact.FirstName),
        StagedColumn<StagedCustomer>.Text("last_name", r => r.Fact.LastName),
        StagedColumn<StagedCustomer>.Text("email", r => r.Fact.Email),
        StagedColumn<StagedCustomer>.Text("phone", r => r.Fact.Phone),
        StagedColumn<StagedCustomer>.Text("city", r => r.Fact.City),
        StagedColumn<StagedCustomer>.Text("province", r => r.Fact.Province),
        StagedColumn<StagedCustomer>.Text("country_code", r => r.Fact.CountryCode),
        StagedColumn<StagedCustomer>.Text("tags", r => JsonText.Write(r.Tagged?.Tags ?? [])),
        StagedColumn<StagedCustomer>.Number("tags_at", r => r.Tagged?.UpdatedAt.Ms() ?? 0),
        StagedColumn<StagedCustomer>.Text("email_consent", r => r.Consenting?.EmailConsent),
        StagedColumn<StagedCustomer>.Number("consent_at", r => r.Consenting?.UpdatedAt.Ms() ?? 0),
        StagedColumn<StagedCustomer>.Flag("deleted", r => r.Fact.Deleted),
        StagedColumn<StagedCustomer>.Text("name_key", r => SearchText.NameKey(r.Fact)),
        StagedColumn<StagedCustomer>.Text("search_text", r => SearchText.Of(r.Fact)));

    public static readonly StagedTable<StagedOrder> Orders = new(
        "staged_orders",
        StagedColumn<StagedOrder>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<StagedOrder>.Number("order_id", r => r.Fact.OrderId),
        StagedColumn<StagedOrder>.Number("customer_id", r => r.Fact.CustomerId),
        StagedColumn<StagedOrder>.Number("updated_at", r => r.Fact.UpdatedAt.Ms()),
        StagedColumn<StagedOrder>.Number("arrived_at", r => r.ArrivedAtMs),
        StagedColumn<StagedOrder>.Text("name", r => r.Fact.Name),
        StagedColumn<StagedOrder>.Number("created_at", r => r.Fact.CreatedAt.Ms()),
        StagedColumn<StagedOrder>.Number("processed_at", r => r.Fact.ProcessedAt.Ms()),
        StagedColumn<StagedOrder>.Number("cancelled_at", r => r.Fact.CancelledAt.Ms()),
        StagedColumn<StagedOrder>.Flag("test", r => r.Fact.Test),
        StagedColumn<StagedOrder>.Text("financial_status", r => r.Fact.FinancialStatus),
        StagedColumn<StagedOrder>.Number("gross_minor", r => r.Fact.GrossMinor),
        StagedColumn<StagedOrder>.Number("net_minor", r => r.Fact.NetMinor),
        StagedColumn<StagedOrder>.Text("currency", r => r.Fact.Currency),
        StagedColumn<StagedOrder>.Text("source_name", r => r.Fact.SourceName),
        StagedColumn<StagedOrder>.Text("country_code", r => r.Fact.CountryCode),
        StagedColumn<StagedOrder>.Text("discount_codes", r => JsonText.Write(r.Fact.DiscountCodes)),
        StagedColumn<StagedOrder>.Flag("deleted", r => r.Fact.Deleted),
        StagedColumn<StagedOrder>.Number("day", r => r.Row.Day),
        StagedColumn<StagedOrder>.Flag("counted", r => r.Row.Counted && !r.Fact.Deleted),
        StagedColumn<StagedOrder>.Number("lines_at", r => r.Lined?.Fact.UpdatedAt.Ms() ?? 0),
        StagedColumn<StagedOrder>.Number("lines_hash", r => r.Lined is null ? 0 : SaleText.Hash(r.Lined.Fact.Lines)),
        StagedColumn<StagedOrder>.Text("sale_lines", r => r.Lined is null ? "" : SaleText.Of(r.Lined.Fact.Lines)),
        StagedColumn<StagedOrder>.Number("refunds_at", r => r.Refunded?.Fact.UpdatedAt.Ms() ?? 0),
        StagedColumn<StagedOrder>.Number("refunds_hash", r => r.Refunded is null ? 0 : SaleText.Hash(r.Refunded.Fact.Refunds, r.Refunded.RefundDays)),
        StagedColumn<StagedOrder>.Text("sale_refunds", r => r.Refunded is null ? "" : SaleText.Of(r.Refunded.Fact.Refunds, r.Refunded.RefundDays)),
        StagedColumn<StagedOrder>.Number("rank", r => r.Rank),
        StagedColumn<StagedOrder>.Flag("anonymous", r => r.Fact.CustomerId is null));

    /// <summary>Not staged: these rows go straight into their table, the old ones being gone.</summary>
    public static readonly StagedTable<StagedLine> Lines = new(
        "order_lines",
        StagedColumn<StagedLine>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<StagedLine>.Number("order_id", r => r.OrderId),
        StagedColumn<StagedLine>.Number("line_id", r => r.Line.LineId),
        StagedColumn<StagedLine>.Number("product_id", r => r.Line.ProductId),
        StagedColumn<StagedLine>.Number("variant_id", r => r.Line.VariantId),
        StagedColumn<StagedLine>.Text("title", r => r.Line.Title),
        StagedColumn<StagedLine>.Text("sku", r => r.Line.Sku),
        StagedColumn<StagedLine>.Number("quantity", r => r.Line.Quantity),
        StagedColumn<StagedLine>.Number("net_minor", r => r.Line.NetMinor));

    /// <summary>Not staged either.</summary>
    public static readonly StagedTable<StagedRefund> Refunds = new(
        "order_refunds",
        StagedColumn<StagedRefund>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<StagedRefund>.Number("order_id", r => r.OrderId),
        StagedColumn<StagedRefund>.Number("refund_id", r => r.Refund.RefundId),
        StagedColumn<StagedRefund>.Number("at", r => r.Refund.At.Ms()),
        StagedColumn<StagedRefund>.Number("day", r => r.Day),
        StagedColumn<StagedRefund>.Number("amount_minor", r => r.Refund.AmountMinor));

    public static readonly StagedTable<StagedTurn> Turns = new(
        "staged_turns",
        StagedColumn<StagedTurn>.Text("tenant", r => r.Key.Tenant.Value),
        StagedColumn<StagedTurn>.Number("customer_id", r => r.Key.CustomerId),
        StagedColumn<StagedTurn>.Number("rank", r => r.Rank));

    public static readonly StagedTable<StagedMetrics> Metrics = new(
        "staged_metrics",
        StagedColumn<StagedMetrics>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<StagedMetrics>.Number("customer_id", r => r.Derived.CustomerId),
        StagedColumn<StagedMetrics>.Number("facts_version", r => r.Derived.FactsVersion),
        StagedColumn<StagedMetrics>.Number("orders_count", r => r.Derived.Metrics.OrdersCount),
        StagedColumn<StagedMetrics>.Number("total_spent_minor", r => r.Derived.Metrics.TotalSpentMinor),
        StagedColumn<StagedMetrics>.Number("first_order_at", r => r.Derived.Metrics.FirstOrderAt.Ms()),
        StagedColumn<StagedMetrics>.Number("last_order_at", r => r.Derived.Metrics.LastOrderAt.Ms()),
        StagedColumn<StagedMetrics>.Number("first_order_day", r => r.Derived.Metrics.FirstOrderDay),
        StagedColumn<StagedMetrics>.Number("last_order_day", r => r.Derived.Metrics.LastOrderDay));
}
