using System.Globalization;

namespace XSight.Storage;

/// <summary>The last row of a page of the history: <c>started_at.run_id</c>. Read with suspicion, since it comes from addresses.</summary>
internal readonly record struct ReconciliationCursor(long StartedAtMs, SyncRunId Run)
{
    private const char Separator = '.';

    public static ReconciliationCursor Of(Reconciliation last) => new(last.StartedAt.Ms(), last.Run);

    /// <exception cref="CursorFormatException">It is no cursor.</exception>
    public static ReconciliationCursor Parse(string text)
    {
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        return end > 0
            && long.TryParse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && SyncRunId.TryParse(text[(end + 1)..], out var run)
                ? new(at, run)
                : throw new CursorFormatException("The cursor is damaged. Take nextCursor as it was given, or begin without one.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartedAtMs}{Separator}{Run.Value}");
}
