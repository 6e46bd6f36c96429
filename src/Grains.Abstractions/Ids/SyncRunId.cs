using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XSight.Abstractions;

/// <summary>One sync run of a tenant, written <c>run-</c> and 32 hexadecimal digits that sort by time of creation (UUID version 7).</summary>
[JsonConverter(typeof(Json))]
[GenerateSerializer, Immutable, Alias("xsight.sync-run-id")]
public readonly record struct SyncRunId
{
    private const string Prefix = "run-";

    private SyncRunId(string value) => Value = value;

    [Id(0)]
    public string Value { get; }

    public static SyncRunId New(DateTimeOffset now) => new(Prefix + Guid.CreateVersion7(now).ToString("n"));

    public static SyncRunId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a sync run id: expected {Prefix} and 32 hexadecimal digits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out SyncRunId id)
    {
        var valid = text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(Prefix.Length), "n", out _);
        id = valid ? new SyncRunId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;

    private sealed class Json() : IdJsonConverter<SyncRunId>(Parse);
}
