namespace XSight.Analytics.Sales;

/// <summary>The dictionaries of one ledger.</summary>
internal sealed class SaleCodes
{
    public CodeTable Sources { get; } = new();

    public CodeTable Countries { get; } = new();

    public CodeTable Discounts { get; } = new();

    public ProductTable Products { get; } = new();
}
