namespace XSight.Abstractions;

/// <summary>Reads the tenant off any grain key: the part before the first slash. Used by the call filter and the key types.</summary>
public static class TenantScopedKey
{
    public static bool TryTenant(string key, out TenantId tenant)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return TenantId.TryParse(slash < 0 ? key : key[..slash], out tenant);
    }

    internal static (TenantId Tenant, string Tail) Split(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? throw new FormatException($"'{key}' has no tenant: expected tenant/key.")
            : (TenantId.Parse(key[..slash]), key[(slash + 1)..]);
    }
}
