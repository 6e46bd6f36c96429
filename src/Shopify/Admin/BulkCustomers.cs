using System.Buffers;

namespace XSight.Shopify;

/// <summary>Customers, one a line.</summary>
internal sealed class BulkCustomers : BulkFacts<CustomerFact>
{
    private readonly JsonLineReader<CustomerNode> _reader = new("Customer", AdminJson.Default.CustomerNode);

    public override CustomerFact? Take(in ReadOnlySequence<byte> text, long line)
    {
        if (_reader.Read(text, line) is not { } node)
        {
            return null;
        }

        try
        {
            return FactMapper.ToFact(node);
        }
        catch (FactFormatException fault)
        {
            throw BulkFaults.At(line, fault);
        }
    }
}
