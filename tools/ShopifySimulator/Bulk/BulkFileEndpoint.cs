using System.Buffers;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace XSight.ShopifySimulator;

/// <summary>Serves the results of bulk operations under signed addresses, as Google's storage does for Shopify; ranges are honoured.</summary>
internal static class BulkFileEndpoint
{
    private const int ChunkBytes = 256 * 1024;

    private const string Expired =
        "<?xml version='1.0' encoding='UTF-8'?><Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>";

    public static async Task HandleAsync(HttpContext http, StoreSession session, string name)
    {
        var query = http.Request.Query;
        _ = long.TryParse(Path.GetFileNameWithoutExtension(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        _ = long.TryParse(query["expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var expires);
        if (session.Faults.Take(FaultKind.ExpiredUrl) is not null || session.Bulk.Open(id, expires, query["signature"].ToString()) is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "application/xml; charset=UTF-8";
            await http.Response.WriteAsync(Expired, http.RequestAborted);
            return;
        }

        var (from, to) = RangeOf(http.Request, file.Length);
        http.Response.ContentType = "application/jsonl";
        http.Response.Headers.AcceptRanges = "bytes";
        http.Response.ContentLength = to - from;
        if (to - from < file.Length)
        {
            http.Response.StatusCode = StatusCodes.Status206PartialContent;
            http.Response.Headers.ContentRange = new ContentRangeHeaderValue(from, to - 1, file.Length).ToString();
        }

        if (session.Faults.Take(FaultKind.TruncatedFile) is { } cut)
        {
            // A transfer that ends early but looks whole: the length that is told is the length that is sent.
            to = Math.Min(to, from + (cut.After ?? file.Length / 2));
            http.Response.ContentLength = to - from;
        }

        await SendAsync(http, file, from, to);
    }

    private static async Task SendAsync(HttpContext http, BulkFile file, long from, long to)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            while (from < to)
            {
                var wanted = (int)Math.Min(buffer.Length, to - from);
                var read = await file.ReadAsync(buffer.AsMemory(0, wanted), from, http.RequestAborted);
                await http.Response.Body.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
                from += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The first range asked for, or everything.</summary>
    private static (long From, long To) RangeOf(HttpRequest request, long length)
    {
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range) || range.Ranges.Count != 1)
        {
            return (0, length);
        }

        var only = range.Ranges.Single();
        var from = only.From ?? Math.Max(0, length - (only.To ?? 0));
        var to = only.From is null ? length : Math.Min(length, (only.To ?? length - 1) + 1);
        return from < to ? (from, to) : (0, length);
    }
}
