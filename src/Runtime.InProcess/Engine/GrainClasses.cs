using System.Reflection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Finds grain classes and checks their contracts.</summary>
internal static class GrainClasses
{
    /// <exception cref="OrleansException">Two classes have one name, or contracts are refused; the message names all of them.</exception>
    internal static List<Type> In(IEnumerable<Assembly> assemblies)
    {
        var found = assemblies.Distinct().SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(IGrainBase)) && t.IsAssignableTo(typeof(IGrain)))
            .ToList();

        var faults = found.GroupBy(GrainClass.NameOf)
            .Where(g => g.Count() > 1)
            .Select(g => $"grain type '{g.Key}' is the name of {string.Join(" and ", g)}; give one another by [GrainType]")
            .Concat(found.SelectMany(InterfacesOf).Distinct().SelectMany(ImmutableContracts.FaultsOf))
            .ToList();
        return faults.Count == 0
            ? found
            : throw new OrleansException($"The host cannot run these grains:{string.Concat(faults.Select(f => $"{Environment.NewLine}- {f}"))}");
    }

    internal static IEnumerable<Type> InterfacesOf(Type implementation) =>
        implementation.GetInterfaces().Where(i => i.IsAssignableTo(typeof(IGrain)) && i != typeof(IGrain) && i != typeof(IGrainWithStringKey));
}
