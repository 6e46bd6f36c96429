namespace XSight.ShopifySimulator;

/// <summary>A view of one row of the order table; what is not in a column is derived when asked for.</summary>
internal sealed class Order(Store store, int row)
{
    private const int FirstNumber = 1001;
    private OrderDetail? _detail;
    private Customer? _customer;

    public Store Store => store;

    public int Row => row;

    public long Id => store.Orders.Id[row];

    public int Number => FirstNumber + row;

    public string Name => $"#{Number}";

    public long ProcessedAt => store.Orders.ProcessedAt[row];

    public long UpdatedAt => store.Orders.UpdatedAt[row];

    public bool IsTest => store.Orders.Flags[row].HasFlag(OrderFlags.Test);

    public bool IsCancelled => store.Orders.Flags[row].HasFlag(OrderFlags.Cancelled);

    /// <summary>An order that was cancelled before our history begins was cancelled when it was last changed.</summary>
    public long? CancelledAt => IsCancelled ? Edits?.CancelledAt ?? UpdatedAt : null;

    public string? CancelReason => IsCancelled ? Edits?.CancelReason ?? "CUSTOMER" : null;

    public Customer? Customer => _customer ??= store.Orders.Customer[row] is var customer && customer != OrderTable.NoCustomer && !store.Customers.Deleted.Contains(customer)
        ? store.CustomerAt(customer)
        : null;

    public Money Total => new(store.Orders.Total[row], store.Currency);

    public Money Refunded => new(RefundedMinor, store.Currency);

    /// <summary>What is left after refunds and edits; nothing is left of a cancelled order.</summary>
    public Money CurrentTotal => new(IsCancelled ? 0 : store.Orders.Total[row] - RefundedMinor - (Edits?.RemovedMinor ?? 0), store.Currency);

    public string FinancialStatus
    {
        get
        {
            if (Edits?.FinancialStatus is { } set)
            {
                return set;
            }

            var refunded = RefundedMinor;
            return refunded > 0
                ? refunded >= store.Orders.Total[row] ? "REFUNDED" : "PARTIALLY_REFUNDED"
                : IsCancelled ? "VOIDED" : "PAID";
        }
    }

    public IReadOnlyList<Refund> Refunds => Edits?.Refunds ?? [];

    public IReadOnlyList<string> Tags => Edits?.Tags ?? Detail.Tags;

    public string? Note => Edits?.Note;

    public OrderDetail Detail => _detail ??= OrderDetail.Of(store, this);

    public IReadOnlyList<LineItem> LineItems => LineItem.Of(store, this);

    /// <summary>Pieces that were taken back of the line at a place.</summary>
    public int TakenBack(int line) => Edits?.TakenBack.GetValueOrDefault(line) ?? 0;

    private OrderEdits? Edits => store.Orders.Edits.Count == 0 ? null : store.Orders.Edits.GetValueOrDefault(row);

    private long RefundedMinor
    {
        get
        {
            var sum = 0L;
            foreach (var refund in Edits?.Refunds ?? [])
            {
                sum += refund.AmountMinor;
            }

            return sum;
        }
    }
}
