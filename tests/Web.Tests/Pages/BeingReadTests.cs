using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XSight.Web.Pages;

namespace XSight.Web.Tests.Pages;

public sealed class BeingReadTests
{
    [Fact]
    public void A_store_whose_orders_are_being_read_is_a_notice_that_opens_by_itself()
    {
        var context = new DefaultHttpContext();

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, ErrorModel.BeingRead(context).StatusCode);
        var notice = PageOf(context);

        Assert.Equal(("5", "5"), (context.Response.Headers.RetryAfter.ToString(), context.Response.Headers["Refresh"].ToString()));
        Assert.Equal("Your orders are being read", notice.What);
        Assert.True(notice.Waits);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
    }

    [Fact]
    public void Any_other_503_does_not_say_so()
    {
        var page = PageOf(new DefaultHttpContext());

        Assert.False(page.Waits);
        Assert.DoesNotContain("being read", page.What, StringComparison.Ordinal);
    }

    private static ErrorModel PageOf(HttpContext context)
    {
        var page = new ErrorModel { PageContext = new PageContext { HttpContext = context } };
        page.OnGet(StatusCodes.Status503ServiceUnavailable);
        return page;
    }
}
