using System.Reflection;
using Orleans;

namespace XSight.Architecture.Tests;

/// <summary>What crosses a grain call is versioned, named and immutable, in both builds.</summary>
public class ContractTests
{
    private static readonly Assembly Contracts = typeof(TenantId).Assembly;

    private static IEnumerable<Type> GrainInterfaces => Contracts.GetTypes().Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t));

    private static IEnumerable<Type> Serialized =>
        Contracts.GetTypes().Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null && !typeof(Exception).IsAssignableFrom(t));

    [Fact]
    public void Every_grain_interface_and_method_has_an_alias()
    {
        var nameless = GrainInterfaces.Where(t => t.GetCustomAttribute<AliasAttribute>() is null).Select(t => t.Name)
            .Concat(GrainInterfaces.SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<AliasAttribute>() is null).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));

        Assert.Empty(nameless);
    }

    [Fact]
    public void Aliases_are_unique()
    {
        var doubled = Contracts.GetTypes()
            .Where(t => t.Namespace == typeof(TenantId).Namespace) // and not what Orleans' source generator adds
            .Select(t => t.GetCustomAttribute<AliasAttribute>()?.Alias)
            .OfType<string>()
            .GroupBy(alias => alias)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);

        Assert.Empty(doubled);
    }

    [Fact]
    public void Every_serialized_contract_is_immutable_and_has_an_alias()
    {
        var lacking = Serialized.Where(t => t.GetCustomAttribute<AliasAttribute>() is null || t.GetCustomAttribute<ImmutableAttribute>() is null);

        Assert.Empty(lacking);
    }

    [Fact]
    public void Ids_of_a_contract_count_up_from_zero()
    {
        foreach (var type in Serialized)
        {
            var ids = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(p => p.GetCustomAttribute<IdAttribute>()?.Id)
                .OfType<uint>()
                .Order()
                .ToList();

            Assert.True(ids.SequenceEqual(Enumerable.Range(0, ids.Count).Select(i => (uint)i)), $"{type.Name} has ids {string.Join(", ", ids)}");
            Assert.True(ids.Count > 0, $"{type.Name} has no ids");
        }
    }

    /// <summary>An exception says by its type what the caller has to know: state of its own would need versions too.</summary>
    [Fact]
    public void Exceptions_that_cross_are_named_and_hold_nothing_of_their_own()
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var exceptions = Contracts.GetTypes().Where(typeof(Exception).IsAssignableFrom).ToList();

        Assert.NotEmpty(exceptions);
        Assert.DoesNotContain(exceptions, t => t.GetCustomAttribute<GenerateSerializerAttribute>() is null || t.GetCustomAttribute<AliasAttribute>() is null);
        Assert.Empty(exceptions.SelectMany(t => t.GetFields(own).Concat<MemberInfo>(t.GetProperties(own))));
    }

    [Fact]
    public void Nothing_that_crosses_can_be_changed()
    {
        var settable = Serialized.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");

        Assert.Empty(settable);
    }
}
