namespace XSight.Silo.Tests.Cluster;

/// <summary>There is no redis-server on this machine: a reason to skip on a laptop, and to fail where <c>CI</c> is <c>true</c>.</summary>
public sealed class RedisUnavailableException() : Exception($"No {RedisServer.Program} on the PATH: the cluster was not tested.");
