namespace XSight.Conformance.Tests;

/// <summary>All tests share one cluster, and each uses grains of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ClusterCollection : ICollectionFixture<TestCluster>
{
    public const string Name = "cluster";
}
