using System.Buffers.Binary;
using XSight.Api.Accounts;

namespace XSight.Api.Tests.Accounts;

public sealed class PasswordsTests
{
    [Fact]
    public async Task Hash_says_at_least_600000_iterations_and_takes_only_its_password()
    {
        using var passwords = new Passwords();
        var hash = await passwords.HashAsync("a-long-enough-password", CancellationToken.None);

        // Identity's third format: marker, PRF, iterations, salt length, salt, key; numbers big-endian.
        var iterations = BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
        Assert.InRange(iterations, 600_000u, uint.MaxValue);
        Assert.True((await passwords.CheckAsync(hash, "a-long-enough-password", CancellationToken.None)).Right);
        Assert.False((await passwords.CheckAsync(hash, "a-long-enough-passwort", CancellationToken.None)).Right);
    }

    [Fact]
    public async Task No_password_is_right_for_an_account_that_does_not_exist()
    {
        using var passwords = new Passwords();
        Assert.False((await passwords.CheckAsync(null, "a-long-enough-password", CancellationToken.None)).Right);
    }
}
