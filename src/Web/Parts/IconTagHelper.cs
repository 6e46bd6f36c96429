using Microsoft.AspNetCore.Razor.TagHelpers;

namespace XSight.Web.Parts;

/// <summary><c>&lt;icon name="customers" /&gt;</c>: a 16 × 16 line drawing beside a word; hidden from screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("viewBox", "0 0 16 16");
        output.Attributes.SetAttribute("width", "16");
        output.Attributes.SetAttribute("height", "16");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"""<path d="{PathOf(Name)}"/>""");
    }

    private static string PathOf(string name) => name switch
    {
        "dashboard" => "M2 13.5h12M3.5 11V7.5M6.5 11V4.5M9.5 11V6M12.5 11V2.5",
        "customers" => "M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 2.8a2.3 2.3 0 0 1 0 4.4M12 9.8c1.5.5 2.5 1.8 2.5 3.7",
        "orders" => "M3.5 1.8h9v12.4l-2.2-1.4L8 14.2l-2.3-1.4-2.2 1.4zM5.8 5.2h4.4M5.8 8h4.4",
        "rfm" => "M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11",
        "cohorts" => "M2.5 3h11M2.5 6.3h8.5M2.5 9.7h6M2.5 13h3",
        "revenue" => "M2 11.5l3.5-4 3 2.5L14 4M10.5 4H14v3.5",
        "products" => "M2.5 5L8 2.2 13.5 5v6L8 13.8 2.5 11zM2.5 5L8 7.8 13.5 5M8 7.8v6",
        "churn" => "M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6",
        "sync" => "M13.5 6.5A5.8 5.8 0 0 0 3 5M2.5 2v3.2h3.2M2.5 9.5A5.8 5.8 0 0 0 13 11M13.5 14v-3.2h-3.2",
        "operations" => "M1.5 8.5h3l2-5 3 9 2-4h3",
        "privacy" => "M8 1.8l5 2v4c0 3.2-2 5.4-5 6.5-3-1.1-5-3.3-5-6.5v-4zM5.8 8l1.6 1.6 2.8-3",
        "theme" => "M13.5 9.5A6 6 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7z",
        "search" => "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3.5 3.5",
        "logout" => "M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6",
        "close" => "M4 4l8 8M12 4l-8 8",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such icon."),
    };
}
