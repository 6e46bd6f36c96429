using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XSight.Web.Accounts;
using XSight.Web.Formatting;

namespace XSight.Web.Pages;

/// <summary>A page about one store. The tenant is the session's and the store is read before the handler runs; without a connected shop, the way leads to Connect.</summary>
public abstract class StorePage(IGrainFactory grains, TimeProvider time) : PageModel
{
    protected IGrainFactory Grains { get; } = grains;

    protected TenantId Tenant { get; private set; }

    /// <summary>The instant the page is about: one for everything on it.</summary>
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public TenantView Store { get; private set; } = null!;

    public ShopFormat Format { get; private set; } = null!;

    protected ITenantGrain TenantGrain => Grains.GetGrain<ITenantGrain>(Tenant.Value);

    protected IInsightsGrain Insights => Grains.GetGrain<IInsightsGrain>(Tenant.Value);

    protected ISalesGrain Sales => Grains.GetGrain<ISalesGrain>(Tenant.Value);

    protected IChurnGrain Forecasts => Grains.GetGrain<IChurnGrain>(Tenant.Value);

    /// <summary>Connect itself works without a shop.</summary>
    protected virtual bool NeedsShop => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Tenant = User.TenantId();
        var store = await TenantGrain.Get();
        if (store is null)
        {
            // A session that outlived its data; logging in again gives one that has some.
            context.Result = RedirectToPage("/Account/LogIn");
            return;
        }

        if (NeedsShop && store.Shop is null)
        {
            context.Result = RedirectToPage("/Connect");
            return;
        }

        Store = store;
        Format = new ShopFormat(store.Currency, store.TimeZone);
        ViewData[nameof(Store)] = store;
        ViewData[nameof(Format)] = Format;
        var done = await next();
        if (done is { Exception: StoreBeingReadException, ExceptionHandled: false })
        {
            done.ExceptionHandled = true;
            done.Result = ErrorModel.BeingRead(HttpContext);
        }
    }

    /// <summary>The run under way, null when there is none.</summary>
    protected async Task<SyncProgress?> ActiveSyncAsync()
    {
        var run = await TenantGrain.GetActiveSync();
        return run is { } id ? await Grains.GetGrain<ISyncRunGrain>(new SyncRunKey(Tenant, id).ToString()).GetProgress() : null;
    }
}
