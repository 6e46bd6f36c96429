using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary><c>&lt;shop-time at="…" format="…" now="…" /&gt;</c>: a day, or the time of day for an instant of today; exact on hover.</summary>
[HtmlTargetElement("shop-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShopTimeTagHelper : TagHelper
{
    public DateTimeOffset At { get; set; }

    public ShopFormat Format { get; set; } = null!;

    /// <summary>With it, an instant of this day shows its time.</summary>
    public DateTimeOffset? Now { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", Format.Exact(At));
        output.Content.SetContent(Now is { } now ? Format.TimeOrDate(At, now) : Format.Date(At));
    }
}
