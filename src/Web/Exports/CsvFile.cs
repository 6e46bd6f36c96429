using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace XSight.Web.Exports;

/// <summary>A list as a file to download, written while its pages are read: none is held whole.</summary>
/// <param name="name">Of the file, without its ending.</param>
/// <param name="heads">Names of the columns.</param>
/// <param name="rows">Cells in the columns' order.</param>
public sealed class CsvFile(string name, IReadOnlyList<string> heads, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IActionResult
{
    private const int BufferBytes = 64 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{name}.csv" }.ToString();
        // The mark makes spreadsheets read names as UTF-8.
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), BufferBytes, leaveOpen: true);
        await writer.WriteAsync(CsvText.Line(heads));
        await foreach (var row in rows.WithCancellation(http.RequestAborted))
        {
            await writer.WriteAsync(CsvText.Line(row));
        }
    }
}
