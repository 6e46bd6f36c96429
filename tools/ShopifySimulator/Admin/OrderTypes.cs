namespace XSight.ShopifySimulator;

/// <summary>The order, its lines and its refunds.</summary>
internal static class OrderTypes
{
    public static ObjectType<Order> Order { get; } = new("Order", isNode: true);

    public static ObjectType<LineItem> LineItem { get; } = BuildLineItem();

    public static ObjectType<Refund> Refund { get; } = BuildRefund();

    static OrderTypes()
    {
        Order
            .GidField(order => order.Id)
            .Unsigned("legacyResourceId", "UnsignedInt64!", order => order.Id)
            .Text("name", "String!", order => order.Name)
            .Number("number", order => order.Number)
            .Instant("createdAt", "DateTime!", order => order.ProcessedAt)
            .Instant("processedAt", "DateTime!", order => order.ProcessedAt)
            .Instant("updatedAt", "DateTime!", order => order.UpdatedAt)
            .Instant("cancelledAt", "DateTime", order => order.CancelledAt)
            .Instant("closedAt", "DateTime", _ => null)
            .Text("cancelReason", "OrderCancelReason", order => order.CancelReason)
            .Flag("test", order => order.IsTest)
            .Flag("confirmed", _ => true)
            .Flag("closed", _ => false)
            .Flag("taxesIncluded", _ => false)
            .Flag("fullyPaid", order => order.FinancialStatus == "PAID")
            .Flag("unpaid", order => order.FinancialStatus == "PENDING")
            .Text("currencyCode", "CurrencyCode!", order => order.Store.Currency.Code)
            .Text("presentmentCurrencyCode", "CurrencyCode!", order => order.Store.Currency.Code)
            .Text("displayFinancialStatus", "OrderDisplayFinancialStatus", order => order.FinancialStatus)
            .Text("displayFulfillmentStatus", "OrderDisplayFulfillmentStatus!", order => order.IsCancelled ? "UNFULFILLED" : "FULFILLED")
            .Text("sourceName", "String", order => order.Detail.SourceName)
            .Text("note", "String", order => order.Note)
            .Text("email", "String", order => order.Customer?.Email)
            .Text("phone", "String", order => order.Customer?.Phone)
            .Texts("discountCodes", order => order.Detail.DiscountCodes)
            .Texts("tags", order => order.Tags)
            .Texts("paymentGatewayNames", order => [order.Detail.Gateway]);
        AddMoney();
        AddRelations();
    }

    private static void AddMoney()
    {
        Order
            .Bag("totalPriceSet", order => order.Total)
            .Bag("originalTotalPriceSet", order => order.Total)
            .NullableBag("subtotalPriceSet", order => order.Total)
            .Bag("currentTotalPriceSet", order => order.CurrentTotal)
            .Bag("currentSubtotalPriceSet", order => order.CurrentTotal)
            .Bag("netPaymentSet", order => order.CurrentTotal)
            .Bag("totalReceivedSet", order => order.FinancialStatus is "PENDING" or "VOIDED" ? Nothing(order) : order.Total)
            .Bag("totalOutstandingSet", order => order.FinancialStatus == "PENDING" ? order.Total : Nothing(order))
            .Bag("totalRefundedSet", order => order.Refunded)
            .NullableBag("totalTaxSet", Nothing)
            .Bag("totalShippingPriceSet", Nothing)
            .NullableBag("totalDiscountsSet", order => new Money(order.LineItems.Sum(line => line.Discount.Minor), order.Store.Currency));
    }

    private static void AddRelations()
    {
        Order
            .Object("shippingAddress", "MailingAddress", AddressTypes.MailingAddress, order => order.Detail.SourceName == "pos" ? null : order.Customer)
            .Object("billingAddress", "MailingAddress", AddressTypes.MailingAddress, order => order.Customer)
            .Object("customer", "Customer", CustomerTypes.Customer, [], (order, _, _) => order.Customer, scope: "read_customers")
            .List("refunds", "[Refund!]!", Refund, [new Argument("first", InputType.Int)], (order, values, _) => order.Refunds.Take(values.Int("first") ?? int.MaxValue))
            .Connection(
                "lineItems",
                LineItem,
                [],
                (order, values, _) => ShortList.Page(order.LineItems, line => line.Id, values),
                (order, _, _) => BulkRows.Of(order.LineItems));
        CustomerTypes.Customer
            .Object("lastOrder", "Order", Order, [], (customer, _, _) => customer.LastOrder, scope: "read_orders")
            .Connection(
                "orders",
                Order,
                OrderListing.Arguments,
                (customer, values, _) => ShortList.Page([.. customer.Orders], order => order.Id, values),
                (customer, _, _) => BulkRows.Of([.. customer.Orders]),
                scope: "read_orders");
    }

    private static ObjectType<LineItem> BuildLineItem()
    {
        var product = new ObjectType<Product>("Product", isNode: true)
            .GidField(product => product.Id)
            .Unsigned("legacyResourceId", "UnsignedInt64!", product => product.Id)
            .Text("title", "String!", product => product.Title)
            .Text("vendor", "String!", product => product.Vendor)
            .Text("productType", "String!", product => product.Type);
        var variant = new ObjectType<Product>("ProductVariant", isNode: true)
            .GidField(product => product.VariantId)
            .Text("sku", "String", product => product.Sku)
            .Text("title", "String!", _ => "Default Title");
        return new ObjectType<LineItem>("LineItem", isNode: true)
            .GidField(line => line.Id)
            .Text("title", "String!", line => line.Product.Title)
            .Text("name", "String!", line => line.Product.Title)
            .Text("sku", "String", line => line.Product.Sku)
            .Text("vendor", "String", line => line.Product.Vendor)
            .Text("variantTitle", "String", _ => null)
            .Number("quantity", line => line.Quantity)
            .Number("currentQuantity", line => line.CurrentQuantity)
            .Flag("isGiftCard", _ => false)
            .Bag("originalUnitPriceSet", line => line.OriginalUnit)
            .Bag("originalTotalSet", line => line.Original)
            .Bag("discountedTotalSet", line => line.Discounted)
            .Bag("totalDiscountSet", line => line.Discount)
            .Bag("priceAfterAllDiscountsBeforeTaxesSet", line => line.Current)
            .Object("product", "Product", product, [], (line, _, _) => line.Product, scope: "read_products")
            .Object("variant", "ProductVariant", variant, [], (line, _, _) => line.Product, scope: "read_products");
    }

    private static ObjectType<Refund> BuildRefund() => new ObjectType<Refund>("Refund", isNode: true)
        .GidField(refund => refund.Id)
        .Unsigned("legacyResourceId", "UnsignedInt64!", refund => refund.Id)
        .Instant("createdAt", "DateTime", refund => refund.At)
        .Instant("processedAt", "DateTime!", refund => refund.At)
        .Instant("updatedAt", "DateTime!", refund => refund.At)
        .Text("note", "String", refund => refund.Note)
        .Bag("totalRefundedSet", refund => new Money(refund.AmountMinor, refund.Order.Store.Currency))
        .Object("order", "Order!", Order, refund => refund.Order);

    private static Money Nothing(Order order) => new(0, order.Store.Currency);
}
