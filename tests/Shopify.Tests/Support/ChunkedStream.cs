namespace XSight.Shopify.Tests;

/// <summary>Gives its bytes in pieces of random size, as a network does.</summary>
internal sealed class ChunkedStream(byte[] bytes, Random random, int chunkMax) : MemoryStream(bytes, writable: false)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (random.Next(4) == 0)
        {
            await Task.Yield();
        }

        var wanted = Math.Min(buffer.Length, random.Next(1, chunkMax + 1));
        return await base.ReadAsync(buffer[..wanted], cancellationToken);
    }
}
