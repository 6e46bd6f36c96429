using System.Net;
using Npgsql;
using XSight.Grains.Hosting;

namespace XSight.Silo.Tests;

public class ProviderAddressTests
{
    [Fact]
    public void A_PostgreSQL_URL_becomes_a_connection_string_with_escapes_undone()
    {
        var connection = new NpgsqlConnectionStringBuilder(ProviderAddress.Postgres("postgresql://shop%40x:p%3A%2Fs;=@db.example:6432/crm"));

        Assert.Equal(
            ("db.example", 6432, "crm", "shop@x", "p:/s;=", "orleans"),
            (connection.Host, connection.Port, connection.Database, connection.Username, connection.Password, connection.SearchPath));
    }

    [Fact]
    public void What_a_PostgreSQL_URL_says_of_encryption_holds_for_the_providers() =>
        Assert.Equal(SslMode.VerifyFull, new NpgsqlConnectionStringBuilder(ProviderAddress.Postgres("postgresql://me@db/crm?sslmode=verify-full")).SslMode);

    [Fact]
    public void Ports_that_a_URL_leaves_out_are_the_usual_ones()
    {
        Assert.Equal(5432, new NpgsqlConnectionStringBuilder(ProviderAddress.Postgres("postgres://me@db/crm")).Port);
        Assert.Equal(new DnsEndPoint("cache", 6379), ProviderAddress.Redis("redis://cache").EndPoints.Single());
    }

    [Fact]
    public void A_Redis_URL_says_whether_to_encrypt_and_as_whom_to_log_in()
    {
        var plain = ProviderAddress.Redis("redis://:secret@cache:7000");
        var encrypted = ProviderAddress.Redis("rediss://xsight:secret@cache:7000/");

        Assert.Equal((false, null, "secret"), (plain.Ssl, plain.User, plain.Password));
        Assert.Equal((true, "xsight", "secret"), (encrypted.Ssl, encrypted.User, encrypted.Password));
    }

    [Theory]
    [InlineData("sqlite:data/xsight.db")]
    [InlineData("postgresql:///crm")]
    [InlineData("Host=db;Database=crm")]
    [InlineData("")]
    public void Another_database_is_refused_by_the_name_of_its_setting(string url) =>
        Assert.StartsWith("DATABASE_URL", Assert.Throws<FormatException>(() => ProviderAddress.Postgres(url)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("cache:6379")]
    [InlineData("http://cache")]
    public void Another_cache_is_refused_by_the_name_of_its_setting(string url) =>
        Assert.StartsWith("REDIS_URL", Assert.Throws<FormatException>(() => ProviderAddress.Redis(url)).Message, StringComparison.Ordinal);
}
