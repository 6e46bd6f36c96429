namespace XSight.Web.Groups;

/// <summary>A group with its figures, in words a merchant can act on.</summary>
/// <param name="Figures">Customers, money, share.</param>
/// <param name="Meaning">Who they are, one sentence.</param>
/// <param name="Advice">What to do, one sentence.</param>
/// <param name="MovesTo">Groups they should move to.</param>
public sealed record GroupCard(RfmGroupFigures Figures, string Meaning, string Advice, IReadOnlyList<string> MovesTo);
