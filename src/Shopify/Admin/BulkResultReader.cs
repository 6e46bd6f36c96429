using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace XSight.Shopify;

/// <inheritdoc cref="IBulkResultReader"/>
/// <remarks>Lines of other types are skipped. The stream stays open: it is the caller's.</remarks>
internal sealed class BulkResultReader : IBulkResultReader
{
    /// <summary>A line holds one customer or order, some hundred bytes; thousands of tags fit too.</summary>
    public const int LineBytesMax = 4 * 1024 * 1024;

    private const int BufferBytes = 64 * 1024;

    public IAsyncEnumerable<CustomerFact> ReadCustomersAsync(Stream jsonl, string currency, long skipFacts, CancellationToken cancellationToken) =>
        ReadAsync(jsonl, new BulkCustomers(), skipFacts, cancellationToken);

    public IAsyncEnumerable<OrderFact> ReadOrdersAsync(Stream jsonl, string currency, long skipFacts, CancellationToken cancellationToken) =>
        ReadAsync(jsonl, new BulkOrders(currency), skipFacts, cancellationToken);

    private static async IAsyncEnumerable<TFact> ReadAsync<TFact>(
        Stream jsonl, BulkFacts<TFact> facts, long skipFacts, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TFact : class
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skipFacts);
        var pipe = PipeReader.Create(jsonl, new StreamPipeReaderOptions(bufferSize: BufferBytes, leaveOpen: true));
        var (line, read) = (0L, 0L);
        try
        {
            while (true)
            {
                var piece = await pipe.ReadAsync(cancellationToken);
                var rest = piece.Buffer;
                while (TryCutLine(ref rest, piece.IsCompleted, out var text))
                {
                    line++;
                    RefuseLongLine(text.Length, line);
                    if (facts.Take(text, line) is { } fact && ++read > skipFacts)
                    {
                        yield return fact;
                    }
                }

                if (piece.IsCompleted)
                {
                    if (facts.End() is { } last && ++read > skipFacts)
                    {
                        yield return last;
                    }

                    yield break;
                }

                RefuseLongLine(rest.Length, line + 1);
                pipe.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    /// <summary>The next line without its end; the last one may lack it, then it must be a whole object like any other.</summary>
    private static bool TryCutLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!isLast || rest.IsEmpty)
        {
            return false;
        }

        rest = rest.Slice(rest.End);
        return true;
    }

    private static void RefuseLongLine(long length, long line)
    {
        if (length > LineBytesMax)
        {
            throw new ShopifyException(ShopifyErrorKind.Malformed, $"line {line} of the bulk result is longer than {LineBytesMax} bytes");
        }
    }
}
