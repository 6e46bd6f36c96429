using Npgsql;
using XSight.Storage;

namespace XSight.Storage.Tests;

public sealed class DatabaseAddressTests
{
    [Theory]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("mysql://user:secret@host/db")]
    [InlineData("postgresql://host/db")]
    [InlineData("postgresql://user:secret@host")]
    [InlineData("postgresql://user:secret@host:port/db")]
    [InlineData("postgresql://user:secret@host/db?options=x")]
    public async Task Address_of_neither_form_is_refused_without_repeating_it(string url)
    {
        var refused = await Assert.ThrowsAsync<FormatException>(() => Database.OpenAsync(url, TimeProvider.System, default));

        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("postgresql://user:password@host:port/name", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_of_a_new_file_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("xsight-address-");
        await using (var database = await Database.OpenAsync($"sqlite:{Path.Combine(folder.FullName, "a", "b.db")}", TimeProvider.System, default))
        {
            await database.PingAsync(default);
        }

        Assert.True(File.Exists(Path.Combine(folder.FullName, "a", "b.db")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Address_says_how_the_connection_is_encrypted()
    {
        var address = PostgresUrl.Parse("postgresql://me:p%40ss@db.example/crm?sslmode=verify-full&sslrootcert=/etc/ca.pem");

        Assert.Equal((SslMode.VerifyFull, "/etc/ca.pem", "p@ss"), (address.SslMode, address.RootCertificate, address.Password));
    }

    [Fact]
    public void Unknown_way_of_encryption_is_refused_with_those_that_are_known() =>
        Assert.Contains("verify-full", Assert.Throws<FormatException>(() => PostgresUrl.Parse("postgresql://me@db/crm?sslmode=always")).Message, StringComparison.Ordinal);
}
