using System.Globalization;

namespace XSight.Abstractions;

/// <summary>The key of a customer grain: <c>tenant/customer</c>, the customer by Shopify's 64-bit id.</summary>
[GenerateSerializer, Immutable, Alias("xsight.customer-key")]
public readonly record struct CustomerKey([property: Id(0)] TenantId Tenant, [property: Id(1)] long CustomerId)
{
    public static CustomerKey Parse(string text)
    {
        var (tenant, rest) = TenantScopedKey.Split(text);
        return long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new CustomerKey(tenant, id)
            : throw new FormatException($"'{text}' is not a customer key: expected tenant/number.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tenant}/{CustomerId}");
}
