using Microsoft.AspNetCore.Mvc;
using XSight.Web.Operations;
using XSight.Web.Parts;

namespace XSight.Web.Pages.Operations;

/// <summary>Deliveries that failed too often, newest first, page by page.</summary>
public sealed class DeadLettersModel(IGrainFactory grains, TimeProvider time, IOperators operators, DeadLetterDesk desk) : OperationsPage(grains, time, operators)
{
    public const int Limit = 50;

    public DeadLetterPage Letters { get; private set; } = null!;

    /// <summary>Set on every page but the first.</summary>
    public long? Before { get; private set; }

    public ConfirmInPlace ReplayShown => new(
        "Replay these",
        $"Try {(Letters.Items.Count == 1 ? "this delivery" : $"these {Letters.Items.Count} deliveries")} anew? What succeeds leaves the list; what fails comes back.",
        "Yes, replay",
        "No",
        "ReplayShown",
        new Dictionary<string, string> { ["from"] = Seq(Letters.Items[0]), ["to"] = Seq(Letters.Items[^1]) });

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        Before = before;
        Letters = await desk.ListAsync(before, Limit, cancellationToken);
    }

    /// <summary>Those of the page that was seen, and none that came since.</summary>
    public async Task<IActionResult> OnPostReplayShownAsync(long from, long to, CancellationToken cancellationToken)
    {
        var seen = await desk.ListAsync(from + 1, Limit, cancellationToken);
        foreach (var letter in seen.Items.Where(letter => letter.Item.InboxSeq >= to))
        {
            await desk.ReplayAsync(letter.Item.InboxSeq, User, cancellationToken);
        }

        return Redirect("/operations/dead-letters");
    }

    private static string Seq(Storage.DeadLetter letter) => letter.Item.InboxSeq.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
