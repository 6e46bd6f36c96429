using System.Buffers;
using System.Globalization;

namespace XSight.Shopify;

/// <summary>Orders, each followed by its lines: an order is whole when the next one begins, or at the file's end.</summary>
/// <param name="currency">The shop's.</param>
internal sealed class BulkOrders(string currency) : BulkFacts<OrderFact>
{
    private readonly JsonLineReader<OrderNode> _orders = new("Order", AdminJson.Default.OrderNode);
    private readonly JsonLineReader<LineNode> _lines = new("LineItem", AdminJson.Default.LineNode, nested: true);
    private readonly List<LineNode> _linesOfOrder = [];

    private OrderNode? _order;
    private long _orderLine;

    /// <summary>No value can hold it: the quotation marks of a text are escaped.</summary>
    private static ReadOnlySpan<byte> ParentMember => "\"__parentId\":"u8;

    public override OrderFact? Take(in ReadOnlySequence<byte> text, long line)
    {
        if (IsNested(text))
        {
            if (_lines.Read(text, line) is { } nested)
            {
                Attach(nested, line);
            }

            return null;
        }

        if (_orders.Read(text, line) is not { } next)
        {
            return null;
        }

        var whole = End();
        (_order, _orderLine) = (next, line);
        return whole;
    }

    public override OrderFact? End()
    {
        if (_order is not { } order)
        {
            return null;
        }

        try
        {
            return FactMapper.ToFact(order, currency, _linesOfOrder);
        }
        catch (FactFormatException fault)
        {
            throw BulkFaults.At(_orderLine, fault);
        }
        finally
        {
            _order = null;
            _linesOfOrder.Clear();
        }
    }

    /// <summary>The store groups lines with their orders, as we ask it to; one that stands elsewhere would be lost in silence.</summary>
    private void Attach(LineNode nested, long line)
    {
        var parent = nested.ParentId.AsSpan(nested.ParentId!.LastIndexOf('/') + 1);
        if (_order is null || !long.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id != _order.Id)
        {
            throw BulkFaults.At(line, new FactFormatException("__parentId", "is not the order above it"));
        }

        _linesOfOrder.Add(nested);
    }

    private static bool IsNested(in ReadOnlySequence<byte> text)
    {
        if (text.IsSingleSegment)
        {
            return text.FirstSpan.IndexOf(ParentMember) >= 0;
        }

        var reader = new SequenceReader<byte>(text);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, ParentMember);
    }
}
