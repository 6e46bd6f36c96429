using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Rfm;

/// <summary>docs/rfm-groups.md is what merchants see: its tables must be those of the code.</summary>
public sealed class RfmGroupsDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot(), "docs", "rfm-groups.md"));

    [Fact]
    public void Cells_of_shopify_are_as_printed()
    {
        for (var r = 1; r <= 5; r++)
        {
            Assert.Contains($"| {r} | {string.Join(" | ", Enumerable.Range(1, 5).Select(fm => RfmProfiles.Shopify.GroupOf(r, fm, fm)))} |", Lines);
        }
    }

    [Fact]
    public void Triples_of_classic_are_as_printed()
    {
        for (var r = 1; r <= 5; r++)
        {
            for (var f = 1; f <= 5; f++)
            {
                Assert.Contains($"| {r} | {f} | {string.Join(" | ", Enumerable.Range(1, 5).Select(m => RfmProfiles.Classic.GroupOf(r, f, m)))} |", Lines);
            }
        }
    }

    [Fact]
    public void Meanings_and_advice_are_as_printed() => Assert.All(
        RfmGroupGuides.All,
        g => Assert.Contains($"| {g.Name} | {g.Meaning} | {g.Advice} | {string.Join(", ", g.MovesTo)} |", Lines));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "XSight.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run from their build within the repository.");
        }

        return folder.FullName;
    }
}
