using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using XSight.Storage;

namespace XSight.Bench;

/// <summary>The rival: a prepared INSERT … ON CONFLICT for one row, committed by itself. It marks no customers, which is in its favour.</summary>
internal sealed class MergeRowByRow(DbConnection connection, string settings) : IAsyncDisposable
{
    private const string CustomerSql = """
        INSERT INTO customers (
            tenant, customer_id, updated_at, arrived_at, created_at, first_name, last_name, email, phone, city, province,
            country_code, tags, email_consent, deleted, name_key, search_text, facts_version)
        VALUES (
            @tenant, @id, @updated, 0, @created, @first, @last, @email, @phone, @city, NULL,
            @country, '[]', @consent, false, @first, @email, 1)
        ON CONFLICT (tenant, customer_id) DO UPDATE SET
            updated_at = excluded.updated_at, first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email,
            phone = excluded.phone, city = excluded.city, facts_version = customers.facts_version + 1
        WHERE excluded.updated_at > customers.updated_at
        """;

    private const string OrderSql = """
        INSERT INTO orders (
            tenant, order_id, customer_id, updated_at, arrived_at, name, created_at, processed_at, cancelled_at, test,
            financial_status, gross_minor, net_minor, currency, source_name, country_code, discount_codes, deleted, day, counted)
        VALUES (
            @tenant, @id, @customer, @updated, 0, @name, @created, @processed, NULL, false,
            @status, @gross, @net, @currency, @source, @country, '[]', false, @day, true)
        ON CONFLICT (tenant, order_id) DO UPDATE SET
            customer_id = excluded.customer_id, updated_at = excluded.updated_at, financial_status = excluded.financial_status,
            net_minor = excluded.net_minor, counted = excluded.counted
        WHERE excluded.updated_at > orders.updated_at
        """;

    private readonly DbCommand _customer = connection.CreateCommand();
    private readonly DbCommand _order = connection.CreateCommand();

    /// <summary>Journal and durability as in the program.</summary>
    public static MergeRowByRow OnSqlite(string path) =>
        new(new SqliteConnection($"Data Source={path}"), "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");

    public static MergeRowByRow OnPostgres(string url)
    {
        var address = new Uri(url);
        var user = address.UserInfo.Split(':');
        return new(
            new NpgsqlConnection($"Host={address.Host};Port={address.Port};Database={address.AbsolutePath[1..]};Username={user[0]};Password={user[1]}"),
            "SET synchronous_commit = on");
    }

    public async Task OpenAsync()
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = settings;
        await command.ExecuteNonQueryAsync();
        _customer.CommandText = CustomerSql;
        _order.CommandText = OrderSql;
    }

    public Task WriteAsync(TenantId tenant, CustomerFact fact) => WriteAsync(
        _customer,
        ("tenant", tenant.Value),
        ("id", fact.CustomerId),
        ("updated", fact.UpdatedAt.ToUnixTimeMilliseconds()),
        ("created", fact.CreatedAt.ToUnixTimeMilliseconds()),
        ("first", fact.FirstName!),
        ("last", fact.LastName!),
        ("email", fact.Email!),
        ("phone", fact.Phone!),
        ("city", fact.City!),
        ("country", fact.CountryCode!),
        ("consent", fact.EmailConsent!));

    public Task WriteAsync(TenantId tenant, OrderRow row) => WriteAsync(
        _order,
        ("tenant", tenant.Value),
        ("id", row.Fact.OrderId),
        ("customer", row.Fact.CustomerId!),
        ("updated", row.Fact.UpdatedAt.ToUnixTimeMilliseconds()),
        ("name", row.Fact.Name),
        ("created", row.Fact.CreatedAt.ToUnixTimeMilliseconds()),
        ("processed", row.Fact.ProcessedAt.ToUnixTimeMilliseconds()),
        ("status", row.Fact.FinancialStatus!),
        ("gross", row.Fact.GrossMinor),
        ("net", row.Fact.NetMinor),
        ("currency", row.Fact.Currency),
        ("source", row.Fact.SourceName!),
        ("country", row.Fact.CountryCode!),
        ("day", row.Day));

    public async ValueTask DisposeAsync()
    {
        await _customer.DisposeAsync();
        await _order.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task WriteAsync(DbCommand command, params (string Name, object Value)[] values)
    {
        if (command.Parameters.Count == 0)
        {
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await command.PrepareAsync();
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value;
        }

        await command.ExecuteNonQueryAsync();
    }
}
