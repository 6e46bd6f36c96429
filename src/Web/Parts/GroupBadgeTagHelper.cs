using Microsoft.AspNetCore.Razor.TagHelpers;
using XSight.Web.Formatting;
using XSight.Web.Groups;

namespace XSight.Web.Parts;

/// <summary><c>&lt;group-badge name="champions" /&gt;</c>: the group's mark and its word; a link when <see cref="Href"/> is given.</summary>
[HtmlTargetElement("group-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GroupBadgeTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string? Href { get; set; }

    /// <summary>The mark alone, where the word stands next to it anyway.</summary>
    public bool MarkOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge tone-{GroupMark.Tone(Name)}");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        output.Content.SetHtmlContent($"""<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="{GroupMark.Shape(Name)}"/></svg>""");
        if (!MarkOnly)
        {
            output.Content.Append(Words.Label(Name));
        }
    }
}
