using System.Data.Common;

namespace XSight.Storage;

/// <summary>Rows of <see cref="CustomerListSql.Columns"/>.</summary>
internal static class CustomerRows
{
    /// <summary>The ordinal after them.</summary>
    public const int After = 16;

    public static CustomerListItem Read(DbDataReader row, RfmProfileDefinition profile)
    {
        var metrics = FactRows.Metrics(row, 7);
        var (r, f, m) = (row.GetInt32(13), row.GetInt32(14), row.GetInt32(15));
        return new CustomerListItem
        {
            CustomerId = row.GetInt64(0),
            Name = SearchText.DisplayName(row.Text(1), row.Text(2)),
            Email = row.Text(3),
            City = row.Text(4),
            CountryCode = row.Text(5),
            Tags = JsonText.Read(row.GetString(6)),
            Metrics = metrics,
            R = metrics.Eligible ? r : null,
            F = metrics.Eligible ? f : null,
            M = metrics.Eligible ? m : null,
            Group = metrics.Eligible ? profile.GroupOf(r, f, m) : CustomerListItem.Prospects,
        };
    }
}
