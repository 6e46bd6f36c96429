using GraphQLParser;
using GraphQLParser.AST;

namespace XSight.ShopifySimulator.Tests;

public sealed class SchemaTests
{
    private static readonly Dictionary<string, GraphQLObjectTypeDefinition> Real =
        Parser.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "admin-2026-10.excerpt.graphql"))).Definitions
            .OfType<GraphQLObjectTypeDefinition>()
            .ToDictionary(type => type.Name.StringValue);

    [Fact]
    public void Whatever_the_simulator_serves_is_in_Shopifys_schema_with_the_same_type()
    {
        var faults = new List<string>();
        var seen = new HashSet<string>();
        Compare(AdminSchema.Schema.Query, faults, seen);
        Compare(AdminSchema.Schema.Mutation, faults, seen);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(seen.Count > 25, $"Only {seen.Count} types were compared.");
    }

    private static void Compare(ObjectType type, List<string> faults, HashSet<string> seen)
    {
        if (!seen.Add(type.Name))
        {
            return;
        }

        if (!Real.TryGetValue(type.Name, out var real))
        {
            faults.Add($"There is no type {type.Name}.");
            return;
        }

        foreach (var field in type.Fields.Where(field => field.Name != "__typename"))
        {
            var counterpart = real.Fields!.FirstOrDefault(candidate => candidate.Name == field.Name);
            if (counterpart is null || Text(counterpart.Type) != field.TypeText)
            {
                faults.Add($"{type.Name}.{field.Name}: {field.TypeText} is {(counterpart is null ? "not there" : Text(counterpart.Type))}.");
                continue;
            }

            faults.AddRange(field.Arguments
                .Where(argument => counterpart.Arguments?.FirstOrDefault(candidate => candidate.Name == argument.Name) is not { } other || Text(other.Type).TrimEnd('!') != argument.TypeText.TrimEnd('!'))
                .Select(argument => $"{type.Name}.{field.Name}({argument.Name}: {argument.TypeText}) differs."));
            if (field.Type is not null)
            {
                Compare(field.Type, faults, seen);
            }
        }
    }

    private static string Text(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Text(nonNull.Type) + "!",
        GraphQLListType list => $"[{Text(list.Type)}]",
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };
}
