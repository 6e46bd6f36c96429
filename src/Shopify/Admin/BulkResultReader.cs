using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace XSight.Shopify;

/// <inheritdoc cref="IBulkResultReader"/>
/// <remarks>Lines of nested connections and of other types are skipped; they count as lines. The stream stays open: it is the caller's.</remarks>
internal sealed class BulkResultReader : IBulkResultReader
{
    /// <summary>A line holds one customer or order, some hundred bytes; thousands of tags fit too.</summary>
    public const int LineBytesMax = 4 * 1024 * 1024;

    private const int BufferBytes = 64 * 1024;

    public IAsyncEnumerable<CustomerFact> ReadCustomersAsync(Stream jsonl, string currency, long skipLines, CancellationToken cancellationToken) =>
        ReadAsync(jsonl, new JsonLineReader<CustomerNode, CustomerFact>("Customer", AdminJson.Default.CustomerNode, FactMapper.ToFact), skipLines, cancellationToken);

    public IAsyncEnumerable<OrderFact> ReadOrdersAsync(Stream jsonl, string currency, long skipLines, CancellationToken cancellationToken) =>
        ReadAsync(jsonl, new JsonLineReader<OrderNode, OrderFact>("Order", AdminJson.Default.OrderNode, node => FactMapper.ToFact(node, currency)), skipLines, cancellationToken);

    private static async IAsyncEnumerable<TFact> ReadAsync<TNode, TFact>(
        Stream jsonl, JsonLineReader<TNode, TFact> lines, long skipLines, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TNode : FactNode
        where TFact : class
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skipLines);
        var pipe = PipeReader.Create(jsonl, new StreamPipeReaderOptions(bufferSize: BufferBytes, leaveOpen: true));
        var line = 0L;
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(cancellationToken);
                var rest = read.Buffer;
                while (TryCutLine(ref rest, read.IsCompleted, out var text))
                {
                    line++;
                    RefuseLongLine(text.Length, line);
                    if (line > skipLines && lines.Read(text, line) is { } fact)
                    {
                        yield return fact;
                    }
                }

                if (read.IsCompleted)
                {
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
