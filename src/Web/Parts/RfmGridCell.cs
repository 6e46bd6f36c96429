namespace XSight.Web.Parts;

/// <summary>The customers of one recency and one frequency-and-money score.</summary>
/// <param name="R">1 to 5.</param>
/// <param name="Fm">1 to 5.</param>
/// <param name="Customers">How many.</param>
/// <param name="Share">Of all eligible customers, 0 to 1.</param>
/// <param name="RevenueMinor">Their money.</param>
/// <param name="Group">The group of the cell; of most of its customers where the profile divides it.</param>
/// <param name="Heat">0 to 6, the step of the colour scale.</param>
/// <param name="Edges">Sides on which the cell draws the outline of its group: letters of <c>trbl</c>.</param>
/// <param name="NamesGroup">True for the one cell of a group's outline that carries its name.</param>
public sealed record RfmGridCell(int R, int Fm, int Customers, double Share, long RevenueMinor, string Group, int Heat, string Edges, bool NamesGroup);
