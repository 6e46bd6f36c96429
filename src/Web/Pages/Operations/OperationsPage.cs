using Microsoft.AspNetCore.Mvc.Filters;
using XSight.Web.Operations;

namespace XSight.Web.Pages.Operations;

/// <summary>A page about the whole installation. To whoever is no operator it does not exist; it needs no connected store.</summary>
public abstract class OperationsPage(IGrainFactory grains, TimeProvider time, IOperators operators) : StorePage(grains, time)
{
    protected override bool NeedsShop => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!operators.Include(User))
        {
            context.Result = NotFound();
            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
