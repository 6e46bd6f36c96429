namespace XSight.Silo.Tests.AdoNet;

/// <summary>The tests that share one silo and its schema, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class AdoNetSuite : ICollectionFixture<AdoNetSilo>
{
    public const string Name = "ADO.NET providers";
}
