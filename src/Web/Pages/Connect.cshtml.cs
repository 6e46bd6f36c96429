using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace XSight.Web.Pages;

/// <summary>Takes a store's address and hands over to Shopify's own question (<c>/auth</c>).</summary>
public sealed class ConnectModel(IGrainFactory grains, TimeProvider time) : StorePage(grains, time)
{
    private const string Suffix = ".myshopify.com";

    public string? Shop { get; private set; }

    public string? Problem { get; private set; }

    protected override bool NeedsShop => false;

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? shop)
    {
        Shop = shop;
        if (ShopDomain.TryParse(Bare(shop), out var domain))
        {
            return Redirect("/auth" + QueryString.Create("shop", domain.Value));
        }

        Problem = string.IsNullOrWhiteSpace(shop)
            ? "Please give your store's address, such as your-store.myshopify.com."
            : "That is no store's address. It looks like your-store.myshopify.com; in Shopify's admin you find it under Settings, Domains.";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Takes what people paste, a whole address or the name alone, down to the domain.</summary>
    private static string Bare(string? typed)
    {
        var text = (typed ?? "").Trim().ToLowerInvariant();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = (scheme < 0 ? text : text[(scheme + 3)..]).Split('/', 2)[0];
        return text.Contains('.', StringComparison.Ordinal) ? text : text + Suffix;
    }
}
