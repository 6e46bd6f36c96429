using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace XSight.Web.Parts;

/// <summary><c>&lt;a nav="/customers"&gt;</c>: a link of the frame that knows when its page, or one below it, is open.</summary>
[HtmlTargetElement("a", Attributes = "nav")]
public sealed class NavLinkTagHelper : TagHelper
{
    public string Nav { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("href", Nav);
        if (ViewContext.HttpContext.Request.Path.StartsWithSegments(Nav, StringComparison.OrdinalIgnoreCase))
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }
    }
}
