using System.Text.RegularExpressions;

namespace XSight.Architecture.Tests;

/// <summary>Taste that can be checked.</summary>
public partial class TasteTests
{
    private const int LinesMax = 320;

    [Fact]
    public void A_file_is_a_few_screens_long_at_most()
    {
        var long_ = Repository.Files("*.cs", "src", "tools", "tests", "bench")
            .Select(path => (Path: path, Lines: File.ReadLines(Path.Combine(Repository.Root, path)).Count()))
            .Where(f => f.Lines > LinesMax);

        Assert.Empty(long_);
    }

    [Fact]
    public void A_file_holds_one_type()
    {
        var crowded = Repository.Files("*.cs", "src", "tools")
            .Where(path => TopLevelType().Count(Repository.Read(path)) > 1);

        Assert.Empty(crowded);
    }

    [Fact]
    public void Nothing_is_left_to_be_done()
    {
        var words = string.Join('|', "TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception", "XX" + "X");
        var marker = new Regex($@"\b({words})\b");
        var left = Repository.Files("*.cs", "src", "tools", "tests", "bench")
            .Concat(Repository.Files("*.js", "src/Web/wwwroot/js"))
            .Where(path => marker.IsMatch(Repository.Read(path)));

        Assert.Empty(left);
    }

    [Fact]
    public void Nobody_blocks_on_a_task()
    {
        var blocking = Repository.Files("*.cs", "src")
            .Where(path => Blocking().IsMatch(Repository.Read(path)));

        Assert.Empty(blocking);
    }

    [GeneratedRegex(@"^(public|internal) [a-z ]*\b(class|record|struct|interface|enum) ", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)|Async\([^()]*\)\.Result\b")]
    private static partial Regex Blocking();
}
