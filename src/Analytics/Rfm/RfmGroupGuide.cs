using System.Collections.Immutable;

namespace XSight.Analytics.Rfm;

/// <summary>What a merchant is told of a group.</summary>
/// <param name="Name">As in profiles, such as <c>at_risk</c>.</param>
/// <param name="Title">As shown, such as <c>At risk</c>.</param>
/// <param name="Meaning">Who they are, one sentence.</param>
/// <param name="Advice">What to do, one sentence.</param>
/// <param name="MovesTo">The groups they should move to, by name and of either shipped profile.</param>
public sealed record RfmGroupGuide(string Name, string Title, string Meaning, string Advice, ImmutableArray<string> MovesTo);
