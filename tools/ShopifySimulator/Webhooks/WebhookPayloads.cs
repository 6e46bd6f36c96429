using System.Globalization;
using System.Text.Json;
using static XSight.ShopifySimulator.PayloadMoney;

namespace XSight.ShopifySimulator;

/// <summary>Webhook bodies in the REST shape of API version 2026-07 (shopify.md 2.7): snake case, money as strings, local times with offset.</summary>
internal static class WebhookPayloads
{
    public const string ApiVersion = "2026-07";

    public static void Order(Utf8JsonWriter json, Order order)
    {
        var clock = order.Store.Clock;
        json.WriteStartObject();
        json.WriteNumber("id", order.Id);
        json.WriteString("admin_graphql_api_id", Gid.Of("Order", order.Id));
        json.WriteNull("app_id");
        json.WriteBoolean("buyer_accepts_marketing", order.Customer?.Profile.MarketingState == "SUBSCRIBED");
        json.WriteString("cancel_reason", order.CancelReason?.ToLowerInvariant());
        WriteTime(json, "cancelled_at", order.CancelledAt, clock);
        json.WriteNull("cart_token");
        json.WriteNull("checkout_token");
        json.WriteNull("closed_at");
        json.WriteBoolean("confirmed", true);
        json.WriteString("contact_email", order.Customer?.Email);
        WriteTime(json, "created_at", order.ProcessedAt, clock);
        json.WriteString("currency", order.Store.Currency.Code);
        json.WriteString("customer_locale", "en");
        json.WriteString("email", order.Customer?.Email ?? "");
        json.WriteString("financial_status", order.FinancialStatus.ToLowerInvariant());
        json.WriteString("fulfillment_status", order.IsCancelled ? null : "fulfilled");
        json.WriteNull("landing_site");
        json.WriteNull("location_id");
        json.WriteString("merchant_business_entity_id", "MQ");
        json.WriteString("name", order.Name);
        json.WriteString("note", order.Note);
        json.WriteStartArray("note_attributes");
        json.WriteEndArray();
        json.WriteNumber("number", order.Number - 1000);
        json.WriteNumber("order_number", order.Number);
        json.WriteStartArray("payment_gateway_names");
        json.WriteStringValue(order.Detail.Gateway);
        json.WriteEndArray();
        json.WriteString("phone", order.Customer?.Phone);
        json.WriteString("presentment_currency", order.Store.Currency.Code);
        WriteTime(json, "processed_at", order.ProcessedAt, clock);
        json.WriteNull("referring_site");
        json.WriteString("source_name", order.Detail.SourceName);
        json.WriteString("tags", string.Join(", ", order.Tags));
        json.WriteBoolean("tax_exempt", false);
        json.WriteBoolean("taxes_included", false);
        json.WriteBoolean("test", order.IsTest);
        json.WriteString("token", order.Id.ToString("x", CultureInfo.InvariantCulture));
        WriteTime(json, "updated_at", order.UpdatedAt, clock);
        json.WriteNull("user_id");
        WriteOrderMoney(json, order);
        WriteOrderParts(json, order);
        json.WriteEndObject();
    }

    public static void Customer(Utf8JsonWriter json, Customer customer)
    {
        json.WriteStartObject();
        WriteCustomerFields(json, customer);
        json.WriteStartArray("addresses");
        WriteAddress(json, customer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Refund(Utf8JsonWriter json, Refund refund)
    {
        json.WriteStartObject();
        WriteRefundFields(json, refund);
        json.WriteEndObject();
    }

    public static void Deleted(Utf8JsonWriter json, long id)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteEndObject();
    }

    public static void Shop(Utf8JsonWriter json, Store store)
    {
        json.WriteStartObject();
        json.WriteNumber("id", store.ShopId);
        json.WriteString("name", store.Options.Name);
        json.WriteNull("domain");
        json.WriteString("myshopify_domain", store.Domain);
        json.WriteString("currency", store.Currency.Code);
        json.WriteString("iana_timezone", store.Options.TimeZone);
        json.WriteEndObject();
    }

    public static void DeletedCustomer(Utf8JsonWriter json, long id)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteStartArray("tax_exemptions");
        json.WriteEndArray();
        json.WriteString("admin_graphql_api_id", Gid.Of("Customer", id));
        json.WriteEndObject();
    }

    public static void Edited(Utf8JsonWriter json, Order order, LineItem line, int removed)
    {
        json.WriteStartObject();
        json.WriteStartObject("order_edit");
        json.WriteNumber("id", order.UpdatedAt);
        json.WriteNumber("app_id", 1);
        WriteTime(json, "created_at", order.UpdatedAt, order.Store.Clock);
        json.WriteBoolean("notify_customer", false);
        json.WriteNumber("order_id", order.Id);
        json.WriteString("staff_note", order.Note);
        json.WriteNull("user_id");
        json.WriteStartObject("line_items");
        json.WriteStartArray("additions");
        json.WriteEndArray();
        json.WriteStartArray("removals");
        json.WriteStartObject();
        json.WriteNumber("id", line.Id);
        json.WriteNumber("delta", removed);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteOrderMoney(Utf8JsonWriter json, Order order)
    {
        var nothing = new Money(0, order.Store.Currency);
        var discounts = new Money(order.LineItems.Sum(line => line.Discount.Minor), order.Store.Currency);
        var lines = new Money(order.LineItems.Sum(line => line.Original.Minor), order.Store.Currency);
        WriteMoney(json, "total_price", order.Total);
        WriteMoney(json, "current_total_price", order.CurrentTotal);
        WriteMoney(json, "subtotal_price", order.Total);
        WriteMoney(json, "current_subtotal_price", order.CurrentTotal);
        WriteMoney(json, "total_discounts", discounts);
        WriteMoney(json, "current_total_discounts", discounts);
        WriteMoney(json, "total_line_items_price", lines);
        WriteMoney(json, "total_tax", nothing);
        WriteMoney(json, "current_total_tax", nothing);
        WriteSet(json, "total_shipping_price_set", nothing);
        json.WriteString("total_outstanding", (order.FinancialStatus == "PENDING" ? order.Total : nothing).ToRest());
        json.WriteString("total_tip_received", nothing.ToRest());
        json.WriteNumber("total_weight", 0);
        json.WriteStartArray("discount_codes");
        foreach (var code in order.Detail.DiscountCodes)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("amount", discounts.ToRest());
            json.WriteString("type", "percentage");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOrderParts(Utf8JsonWriter json, Order order)
    {
        if (order.Customer is { } customer)
        {
            json.WriteStartObject("customer");
            WriteCustomerFields(json, customer);
            json.WriteEndObject();
            json.WritePropertyName("billing_address");
            WriteAddress(json, customer);
            json.WritePropertyName("shipping_address");
            WriteAddress(json, customer);
        }

        json.WriteStartArray("line_items");
        foreach (var line in order.LineItems)
        {
            WriteLine(json, line);
        }

        json.WriteEndArray();
        json.WriteStartArray("refunds");
        foreach (var refund in order.Refunds)
        {
            Refund(json, refund);
        }

        json.WriteEndArray();
        foreach (var empty in new[] { "discount_applications", "fulfillments", "shipping_lines", "returns", "line_item_groups", "tax_lines" })
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }
    }

    private static void WriteLine(Utf8JsonWriter json, LineItem line)
    {
        json.WriteStartObject();
        json.WriteNumber("id", line.Id);
        json.WriteString("admin_graphql_api_id", Gid.Of("LineItem", line.Id));
        json.WriteNumber("product_id", line.Product.Id);
        json.WriteNumber("variant_id", line.Product.VariantId);
        json.WriteBoolean("product_exists", true);
        json.WriteString("sku", line.Product.Sku);
        json.WriteString("title", line.Product.Title);
        json.WriteString("name", line.Product.Title);
        json.WriteNull("variant_title");
        json.WriteString("vendor", line.Product.Vendor);
        json.WriteNumber("quantity", line.Quantity);
        json.WriteNumber("current_quantity", line.CurrentQuantity);
        json.WriteBoolean("gift_card", false);
        json.WriteBoolean("taxable", true);
        json.WriteBoolean("requires_shipping", true);
        WriteMoney(json, "price", line.OriginalUnit);
        WriteMoney(json, "total_discount", new Money(0, line.Discount.Currency));
        json.WriteStartArray("discount_allocations");
        if (line.Discount.Minor > 0)
        {
            json.WriteStartObject();
            WriteMoney(json, "amount", line.Discount);
            json.WriteNumber("discount_application_index", 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRefundFields(Utf8JsonWriter json, Refund refund)
    {
        var clock = refund.Order.Store.Clock;
        var amount = new Money(refund.AmountMinor, refund.Order.Store.Currency);
        json.WriteNumber("id", refund.Id);
        json.WriteString("admin_graphql_api_id", Gid.Of("Refund", refund.Id));
        json.WriteNumber("order_id", refund.Order.Id);
        WriteTime(json, "created_at", refund.At, clock);
        WriteTime(json, "processed_at", refund.At, clock);
        json.WriteString("note", refund.Note);
        json.WriteNull("user_id");
        json.WriteBoolean("restock", false);
        json.WriteNull("return");
        foreach (var empty in new[] { "duties", "order_adjustments", "refund_line_items", "refund_shipping_lines" })
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }

        json.WriteStartArray("transactions");
        json.WriteStartObject();
        json.WriteNumber("id", refund.Id);
        json.WriteString("kind", "refund");
        json.WriteString("status", "success");
        json.WriteString("gateway", refund.Order.Detail.Gateway);
        json.WriteString("amount", amount.ToRest());
        json.WriteString("currency", amount.Currency.Code);
        json.WriteBoolean("test", refund.Order.IsTest);
        WriteTime(json, "processed_at", refund.At, clock);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteCustomerFields(Utf8JsonWriter json, Customer customer)
    {
        json.WriteNumber("id", customer.Id);
        WriteTime(json, "created_at", customer.CreatedAt, customer.Store.Clock);
        WriteTime(json, "updated_at", customer.UpdatedAt, customer.Store.Clock);
        json.WriteString("first_name", customer.FirstName);
        json.WriteString("last_name", customer.LastName);
        json.WriteString("state", "disabled");
        json.WriteNull("note");
        json.WriteBoolean("verified_email", true);
        json.WriteNull("multipass_identifier");
        json.WriteBoolean("tax_exempt", false);
        json.WriteString("email", customer.Email);
        json.WriteString("phone", customer.Phone);
        json.WriteString("currency", customer.Store.Currency.Code);
        json.WriteStartArray("tax_exemptions");
        json.WriteEndArray();
        json.WriteString("admin_graphql_api_id", Gid.Of("Customer", customer.Id));
        json.WritePropertyName("default_address");
        WriteAddress(json, customer);
    }

    private static void WriteAddress(Utf8JsonWriter json, Customer customer)
    {
        var place = customer.Profile.Place;
        json.WriteStartObject();
        json.WriteNumber("id", customer.Id);
        json.WriteNumber("customer_id", customer.Id);
        json.WriteString("first_name", customer.FirstName);
        json.WriteString("last_name", customer.LastName);
        json.WriteString("name", $"{customer.FirstName} {customer.LastName}");
        json.WriteNull("company");
        json.WriteString("address1", customer.Profile.Address1);
        json.WriteNull("address2");
        json.WriteString("city", place.City);
        json.WriteString("province", place.Province);
        json.WriteString("province_code", place.ProvinceCode);
        json.WriteString("country", place.Country);
        json.WriteString("country_name", place.Country);
        json.WriteString("country_code", place.CountryCode);
        json.WriteString("zip", customer.Profile.Zip);
        json.WriteString("phone", customer.Phone);
        json.WriteBoolean("default", true);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, long? instant, ShopClock clock) =>
        json.WriteString(name, instant is { } seconds ? clock.ToLocal(seconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null);
}
