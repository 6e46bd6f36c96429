using XSight.Web.Formatting;
using XSight.Web.Operations;
using XSight.Web.Parts;

namespace XSight.Web.Pages.Operations;

/// <summary>How the installation does, read anew every few seconds while the page is open.</summary>
public sealed class IndexModel(IGrainFactory grains, TimeProvider time, IOperators operators, OperationsReader reader) : OperationsPage(grains, time, operators)
{
    public const int RefreshSeconds = 5;

    public OperationsReport Report { get; private set; } = null!;

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Report = await reader.ReadAsync(cancellationToken);
        var freshTo = Format.Exact(Report.At);
        var over = $"in the last {Report.FlowOver.TotalSeconds:0} seconds";
        Figures =
        [
            FigureOf("waiting", "Webhooks waiting", Format.Count(Report.Inbox.Waiting), "Deliveries in the inbox that are not applied yet, those put off after a failure among them.", freshTo, OldestNote()),
            FigureOf("received", "Received a second", OperationsWords.Rate(Report.ReceivedPerSecond), $"New deliveries made durable {over}, repetitions not counted.", freshTo),
            FigureOf("done", "Done a second", OperationsWords.Rate(Report.DonePerSecond), $"Deliveries applied, found without effect or discarded {over}.", freshTo),
            FigureOf("dead", "Dead letters", Format.Count(Report.Inbox.Dead), "Deliveries that failed five times and wait for a decision.", freshTo) with { Href = "/operations/dead-letters" },
            FigureOf("syncs", "Syncs under way", Format.Count(Report.Running.Count()), "Runs of all stores that have not ended.", freshTo, $"{Format.Count(Report.Failed.Count())} failed in the last day") with { Href = "#syncs" },
        ];
    }

    private string OldestNote() => Report.OldestAge is { } age ? $"the oldest for {OperationsWords.Span(age)}" : "none";

    private static Figure FigureOf(string id, string label, string value, string definition, string freshTo, string? note = null) =>
        new() { Id = id, Label = label, Value = value, Note = note, Definition = definition, FreshTo = freshTo };
}
