using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary>Events, newest first, dated on the shop's calendar.</summary>
public sealed record Timeline(ShopFormat Format, IReadOnlyList<TimelineEvent> Events);
