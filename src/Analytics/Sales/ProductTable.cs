namespace XSight.Analytics.Sales;

/// <summary>Products as dense numbers, so that a figure of each is a cell of an array. A number stays for the ledger's life.</summary>
internal sealed class ProductTable
{
    /// <summary>Custom items, and products the store no longer has: no product of which one could say anything.</summary>
    public const int Unknown = 0;

    /// <summary>No product's code.</summary>
    public const int NeverSold = -1;

    private readonly Dictionary<long, int> _codes = new() { [0] = Unknown };
    private readonly List<long> _ids = [0];

    /// <summary>Every code is smaller.</summary>
    public int CodesEnd => _ids.Count;

    public int CodeOf(long productId)
    {
        if (!_codes.TryGetValue(productId, out var code))
        {
            code = _ids.Count;
            _ids.Add(productId);
            _codes.Add(productId, code);
        }

        return code;
    }

    /// <summary>The code of a product that was sold; null for one that was not.</summary>
    public int? Find(long productId) => _codes.TryGetValue(productId, out var code) ? code : null;

    public long IdOf(int code) => _ids[code];
}
