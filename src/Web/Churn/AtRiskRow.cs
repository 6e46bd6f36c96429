using XSight.Storage;

namespace XSight.Web.Churn;

/// <summary>A row of the work list with the customer's name.</summary>
public sealed record AtRiskRow(ChurnRow Row, string Name, string? Email, string Group)
{
    /// <summary>Names behind rows, a page of them at a time.</summary>
    public static async Task<IReadOnlyList<AtRiskRow>> ReadAsync(
        IEnumerable<ChurnRow> rows, ICustomerQueries customers, TenantId tenant, RfmThresholds thresholds, CancellationToken cancellationToken)
    {
        var named = new List<AtRiskRow>();
        foreach (var row in rows)
        {
            var customer = await customers.FindAsync(tenant, row.CustomerId, thresholds, cancellationToken);
            named.Add(new AtRiskRow(row, customer?.Name ?? customer?.Email ?? $"Customer {row.CustomerId}", customer?.Name is null ? null : customer.Email, customer?.Group ?? row.Group ?? ""));
        }

        return named;
    }
}
