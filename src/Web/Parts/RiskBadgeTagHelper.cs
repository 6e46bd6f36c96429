using Microsoft.AspNetCore.Razor.TagHelpers;
using XSight.Web.Churn;
using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary><c>&lt;risk-badge level="@row.Level" /&gt;</c>: a risk level as one to four bars and a word.</summary>
[HtmlTargetElement("risk-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RiskBadgeTagHelper : TagHelper
{
    public RiskLevel Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge risk-{ChurnNames.Of(Level)}");
        output.Content.AppendHtml("""<svg viewBox="0 0 15 12" width="15" height="12" aria-hidden="true">""");
        for (var bar = 0; bar <= (int)RiskLevel.Critical; bar++)
        {
            var height = 3 * (bar + 1);
            output.Content.AppendHtml($"""<rect{(bar > (int)Level ? " class=\"rest\"" : "")} x="{bar * 4}" y="{12 - height}" width="3" height="{height}"/>""");
        }

        output.Content.AppendHtml("</svg>").Append(Words.Label(ChurnNames.Of(Level)));
    }
}
