using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace XSight.Api.Accounts;

/// <summary>
/// Hashes and checks passwords: PBKDF2 with HMAC-SHA-512 in ASP.NET Core Identity's format, which carries its own parameters. The work is
/// slow by design, so only as many run at once as there are processors.
/// </summary>
public sealed class Passwords : IDisposable
{
    public const int IterationCount = 600_000;
    public const int LengthMin = 12;
    public const int LengthMax = 128;

    private static readonly object NoUser = new();

    private readonly PasswordHasher<object> _hasher;
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);
    private readonly Lazy<string> _hashOfNobody;

    public Passwords()
    {
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = IterationCount }));
        _hashOfNobody = new Lazy<string>(() => _hasher.HashPassword(NoUser, Guid.NewGuid().ToString()));
    }

    public static bool IsOfValidLength(string password) => password.Length is >= LengthMin and <= LengthMax;

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        OnProcessorAsync(() => _hasher.HashPassword(NoUser, password), cancellationToken);

    /// <summary>Whether the password is the hash's. A null hash costs the same time and is never right. A new hash is given where the old one's parameters are outdated.</summary>
    public Task<(bool Right, string? Rehashed)> CheckAsync(string? hash, string password, CancellationToken cancellationToken) =>
        OnProcessorAsync(
            () =>
            {
                var result = _hasher.VerifyHashedPassword(NoUser, hash ?? _hashOfNobody.Value, password);
                var right = hash is not null && result != PasswordVerificationResult.Failed;
                var outdated = right && result == PasswordVerificationResult.SuccessRehashNeeded;
                return (right, outdated ? _hasher.HashPassword(NoUser, password) : null);
            },
            cancellationToken);

    public void Dispose() => _processors.Dispose();

    private async Task<T> OnProcessorAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _processors.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _processors.Release();
        }
    }
}
