namespace XSight.Conformance.Tests;

[GenerateSerializer, Alias("conformance.note-state")]
public sealed class NoteState
{
    [Id(0)] public string? Text { get; set; }
}
