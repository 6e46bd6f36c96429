namespace XSight.Storage.Tests;

public sealed class SqliteCompliance(SqliteFixture fixture) : StorageCompliance(fixture), IClassFixture<SqliteFixture>;
