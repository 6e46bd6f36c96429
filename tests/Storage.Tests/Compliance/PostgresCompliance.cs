namespace XSight.Storage.Tests;

public sealed class PostgresCompliance(PostgresFixture fixture) : StorageCompliance(fixture), IClassFixture<PostgresFixture>;
