using Orleans;

namespace XSight.Silo.Tests.AdoNet;

/// <summary>A state to write. The attributes are what the providers' own JSON serializer asks before it reads a type back.</summary>
[GenerateSerializer, Alias("xsight.tests.note")]
public sealed class Note
{
    [Id(0)] public string Text { get; set; } = "";
}
