using System.Text.Json;
using XSight.Web.Formatting;

namespace XSight.Web.Orders;

/// <summary>What orders are called: kinds in addresses, and in sentences why one does not count.</summary>
public static class OrderWords
{
    public static string NameOf(SaleKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>Null where there is no such kind.</summary>
    public static SaleKind? KindOf(string? name) => Enum.GetValues<SaleKind>().Where(k => NameOf(k) == name).Select(k => (SaleKind?)k).FirstOrDefault();

    /// <summary>What a list says of an order: <c>Paid</c>, and what is wrong with one that does not count.</summary>
    public static string Status(SaleKind kind, string? financialStatus) => kind switch
    {
        SaleKind.Test => "Test",
        SaleKind.Cancelled => "Cancelled",
        _ => Words.Label(financialStatus ?? "unknown"),
    };

    public static string Sentence(SaleKind kind, string? financialStatus) => kind switch
    {
        SaleKind.Test => "A test order. It is in no figure.",
        SaleKind.Cancelled => "Cancelled. It is in no figure, and if it was the customer's first, the customer's cohort is that of the next one.",
        SaleKind.Unpaid => $"Payment is {Words.Label(financialStatus ?? "unknown").ToLowerInvariant()}. An order counts once it is paid, at least in part.",
        _ => "It counts in every figure, with what is left of it after refunds and edits.",
    };
}
