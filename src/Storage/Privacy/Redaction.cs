namespace XSight.Storage;

/// <summary>Makes a number of a person, inside a lane's transaction that holds the tenant.</summary>
internal static class Redaction
{
    /// <summary>Whoever was merged into the customer is the same person.</summary>
    public const string FindMerged = "SELECT m.gone_id FROM customer_merges m WHERE m.tenant = @tenant AND m.kept_id = @customer ORDER BY m.gone_id";

    private const string Remember = """
        INSERT INTO customer_redactions (tenant, customer_id, redacted_at) VALUES (@tenant, @customer, @now)
        ON CONFLICT (tenant, customer_id) DO NOTHING
        """;

    /// <summary>The country stays, for the sums by country; it alone tells nobody from the others.</summary>
    private const string ForgetPerson = """
        UPDATE customers SET
            first_name = NULL, last_name = NULL, email = NULL, phone = NULL, city = NULL, province = NULL,
            tags = '[]', email_consent = NULL, name_key = NULL, search_text = ''
        WHERE tenant = @tenant AND customer_id = @customer
        """;

    private const string ForgetCodes =
        "UPDATE orders SET discount_codes = '[]' WHERE tenant = @tenant AND customer_id = @customer AND discount_codes <> '[]'";

    public static async Task RunAsync(Session session, TenantId tenant, IReadOnlyList<long> customerIds, long nowMs)
    {
        foreach (var customer in customerIds)
        {
            var merged = await session.QueryAsync(FindMerged, [("tenant", tenant.Value), ("customer", customer)], row => row.GetInt64(0), CancellationToken.None);
            foreach (var id in merged.Append(customer))
            {
                await session.ExecuteAsync(Remember, [("tenant", tenant.Value), ("customer", id), ("now", nowMs)], CancellationToken.None);
                await session.ExecuteAsync(ForgetPerson, [("tenant", tenant.Value), ("customer", id)], CancellationToken.None);
                await session.ExecuteAsync(ForgetCodes, [("tenant", tenant.Value), ("customer", id)], CancellationToken.None);
            }
        }
    }
}
