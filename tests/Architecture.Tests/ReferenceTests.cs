using System.Xml.Linq;

namespace XSight.Architecture.Tests;

/// <summary>Arrows between the rooms run downwards only (architecture.md).</summary>
public class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Runtime.InProcess"] = [],
        ["Grains.Abstractions"] = ["Runtime.InProcess"],
        ["Analytics"] = ["Grains.Abstractions"],
        ["Shopify"] = ["Grains.Abstractions"],
        ["Storage"] = ["Grains.Abstractions"],
        ["Grains"] = ["Grains.Abstractions", "Analytics", "Shopify", "Storage"],
        ["Web"] = ["Grains.Abstractions", "Analytics", "Storage"],
        ["Silo"] = ["Grains", "Grains.Abstractions", "Analytics", "Shopify", "Storage"],
        ["Api"] = ["Grains", "Grains.Abstractions", "Analytics", "Shopify", "Storage", "Web", "ShopifySimulator"],
        ["ShopifySimulator"] = [],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_rooms_below_it(string room)
    {
        var project = Repository.Files(room + ".csproj", "src", "tools").Single();
        var references = XDocument.Parse(Repository.Read(project))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

        Assert.Empty(references.Except(Allowed[room]));
    }

    [Fact]
    public void Every_project_of_the_product_is_a_known_room()
    {
        var projects = Repository.Files("*.csproj", "src", "tools").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("XSight.Analytics.dll")]
    [InlineData("XSight.Shopify.dll")]
    [InlineData("XSight.Storage.dll")]
    public void A_room_below_the_grains_knows_no_Orleans(string assembly)
    {
        var serializationAttributes = new[] { "GenerateSerializerAttribute", "IdAttribute", "AliasAttribute", "ImmutableAttribute" };

        // What Orleans' source generator writes into every assembly of its build, ours or not.
        var generated = new[] { "ApplicationPartAttribute", "TypeManifestProviderAttribute", "TypeManifestProviderBase", "TypeManifestOptions" };

        var used = AssemblyTypes.Referenced(assembly)
            .Where(t => t.Namespace.StartsWith("Orleans", StringComparison.Ordinal) && !serializationAttributes.Contains(t.Name) && !generated.Contains(t.Name))
            .ToList();

        Assert.Empty(used);
    }

    [Fact]
    public void Api_and_Web_reach_grains_through_their_interfaces()
    {
        var offenders = Repository.Files("*.cs", "src/Api", "src/Web")
            .Where(path => !path.StartsWith("src/Api/Hosting/", StringComparison.Ordinal))
            .Where(path => Repository.Read(path).Contains("using XSight.Grains", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }
}
