using System.Security.Cryptography;
using System.Text.Json;

namespace XSight.Grains.Tenancy;

/// <summary>The pair of tokens for the store, sealed in the state and open in memory.</summary>
public sealed partial class TenantGrain
{
    /// <summary>A token is renewed this long before it ends, so that whoever gets one can finish a request with it.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(2);

    private ShopTokens? _tokens;

    public async Task<ShopAccess?> GetAccess()
    {
        if (state.State.Shop is not { } shop || _tokens is null)
        {
            return null;
        }

        // One turn at a time: two callers never spend the same refresh token.
        if (_tokens.AccessTokenExpiresAt - time.GetUtcNow() < RenewBefore)
        {
            var grant = await oauth.RefreshAsync(shop, _tokens.RefreshToken, CancellationToken.None);
            await Keep(grant.Tokens);
            TenantLog.TokenRenewed(logger, _tenant, shop);
        }

        return new ShopAccess(shop, _tokens.AccessToken, state.State.Currency, state.State.TimeZone)
        {
            ReadsAllOrders = SyncSchedule.ReadsAllOrders(state.State.Scopes),
        };
    }

    /// <summary>
    /// A pair that was sealed with another key is as none: the store's webhooks go on, its syncs do not, until the merchant connects
    /// again or the process has the former key back. What is stored stays for that.
    /// </summary>
    private void OpenTokens()
    {
        try
        {
            _tokens = state.State.SealedTokens is { } box ? JsonSerializer.Deserialize<ShopTokens>(secrets.Open(box, _tenant.Value)) : null;
        }
        catch (CryptographicException error)
        {
            TenantLog.TokensUnreadable(logger, _tenant, error);
        }
    }

    /// <summary>The pair is replaced in one write: a crash leaves the old pair or the new one.</summary>
    private async Task Keep(ShopTokens tokens)
    {
        state.State.SealedTokens = secrets.Seal(JsonSerializer.Serialize(tokens), _tenant.Value);
        await Write();
        _tokens = tokens;
    }
}
