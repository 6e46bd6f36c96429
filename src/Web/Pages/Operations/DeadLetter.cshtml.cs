using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Operations;
using XSight.Web.Parts;

namespace XSight.Web.Pages.Operations;

/// <summary>One dead letter: what came, why it could not be applied, and the two things that can be done about it.</summary>
public sealed class DeadLetterModel(IGrainFactory grains, TimeProvider time, IOperators operators, DeadLetterDesk desk) : OperationsPage(grains, time, operators)
{
    /// <summary>More is cut off on the page; the API gives it whole.</summary>
    public const int BodyShownMax = 100_000;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public DeadLetter Letter { get; private set; } = null!;

    public string Body { get; private set; } = "";

    public bool IsBodyCut { get; private set; }

    public ConfirmInPlace Replay => new(
        "Replay", "Try this delivery anew? If it fails again, it comes back here.", "Yes, replay it", "No", "Replay", NoFields);

    public ConfirmInPlace Discard => new(
        "Discard", "Give this delivery up for good? Its body is deleted, and its effect never comes unless a sync brings it.", "Yes, discard it", "No, keep it", "Discard", NoFields);

    private static Dictionary<string, string> NoFields => [];

    public async Task<IActionResult> OnGetAsync(long seq, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(seq, cancellationToken) is not { } letter)
        {
            return NotFound();
        }

        Letter = letter;
        var body = ReadableOf(letter.Item.Delivery.Body);
        IsBodyCut = body.Length > BodyShownMax;
        Body = IsBodyCut ? body[..BodyShownMax] : body;
        return Page();
    }

    public async Task<IActionResult> OnPostReplayAsync(long seq, CancellationToken cancellationToken) =>
        await desk.ReplayAsync(seq, User, cancellationToken) ? Redirect("/operations/dead-letters") : NotFound();

    public async Task<IActionResult> OnPostDiscardAsync(long seq, CancellationToken cancellationToken) =>
        await desk.DiscardAsync(seq, User, cancellationToken) ? Redirect("/operations/dead-letters") : NotFound();

    public string BodySize => string.Create(CultureInfo.InvariantCulture, $"{Letter.Item.Delivery.Body.Length:N0} bytes");

    /// <summary>JSON is indented; what is none is shown as it came.</summary>
    private static string ReadableOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return JsonSerializer.Serialize(document.RootElement, Readable);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(body.Span);
        }
    }
}
