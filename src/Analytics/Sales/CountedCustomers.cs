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
        var rows = _ledger.Rows;
        do
        {
            _row++;
        }
        while (_row < rows.End && (rows.Counted[_row] == 0 || rows.Buyers[_row] < 0));

        return _row < rows.End;
    }
}
