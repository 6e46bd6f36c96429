namespace XSight.Analytics.Sales;

/// <summary>Enumerates a ledger's customers who have counted orders, in no sequence that means anything. The ledger must not change meanwhile.</summary>
public struct CountedCustomers
{
    private readonly SalesLedger _ledger;
    private int _row = -1;

    internal CountedCustomers(SalesLedger ledger)
    {
        _ledger = ledger;
    }

    public readonly BuyerOrders Current => _ledger.CountedOrdersAt(_row);

    public readonly CountedCustomers GetEnumerator() => new(_ledger);

    public bool MoveNext()
    {
        var end = _ledger.Rows.End;
        do
        {
            _row++;
        }
        while (_row < end && !_ledger.IsCountedCustomer(_row));

        return _row < end;
    }
}
