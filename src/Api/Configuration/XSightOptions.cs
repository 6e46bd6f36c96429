using System.Collections.Frozen;
using XSight.Api.Demo;
using XSight.Shopify;

namespace XSight.Api.Configuration;

/// <summary>What this process was told at its start; read and checked once by <see cref="XSightOptionsLoader"/>.</summary>
public sealed record XSightOptions
{
    /// <summary>Where everything that this machine keeps lies.</summary>
    /// <value><c>data</c> by default.</value>
    public required string DataFolder { get; init; }

    /// <value><c>sqlite:{DataFolder}/xsight.db</c> by default.</value>
    public required string DatabaseUrl { get; init; }

    /// <summary>One process with its own SQLite file.</summary>
    public required bool IsEmbedded { get; init; }

    /// <summary>Signs sessions; at least 32 bytes.</summary>
    public required byte[] SessionKey { get; init; }

    /// <summary>Seals secrets at rest, exactly 32 bytes; null where no grains live.</summary>
    public byte[]? EncryptionKey { get; init; }

    /// <summary>Always present; see <see cref="CanConnect"/>.</summary>
    public required ShopifyOptions Shopify { get; init; }

    /// <summary>Whether stores can be connected: false when this installation has no Shopify app, and then nothing can carry a valid signature.</summary>
    public required bool CanConnect { get; init; }

    /// <summary>Accounts that may look after the whole installation, its dead letters above all.</summary>
    /// <value>Nobody by default; in the demo its own account.</value>
    public IReadOnlySet<UserKey> Operators { get; init; } = FrozenSet<UserKey>.Empty;

    /// <summary>Null unless started with <c>--demo</c>.</summary>
    public DemoOptions? Demo { get; init; }

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => $"XSightOptions {{ DataFolder = {DataFolder}, CanConnect = {CanConnect} }}";
}
