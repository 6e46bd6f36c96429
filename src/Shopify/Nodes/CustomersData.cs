namespace XSight.Shopify;

internal sealed record CustomersData(NodePage<CustomerNode>? Customers);
