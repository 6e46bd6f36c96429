using System.Collections.Frozen;
using System.Reflection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A grain interface, its methods, and the classes that implement it.</summary>
internal sealed class GrainInterface
{
    private readonly FrozenDictionary<MethodInfo, GrainMethod> _methods;
    private readonly GrainReference _prototype;

    internal GrainInterface(GrainHost host, Type type)
    {
        Host = host;
        Type = type;
        Name = type.FullName!;
        Id = GrainInterfaceType.Create(type.GetCustomAttribute<AliasAttribute>()?.Alias ?? Name);
        _methods = type.GetInterfaces().Append(type)
            .Where(i => i.IsAssignableTo(typeof(IAddressable)))
            .SelectMany(i => i.GetMethods())
            .Where(m => !m.IsStatic)
            .ToFrozenDictionary(m => m, MethodOf);
        _prototype = (GrainReference)DispatchProxy.Create(type, typeof(GrainReference));
    }

    internal GrainHost Host { get; }

    internal Type Type { get; }

    internal string Name { get; }

    internal GrainInterfaceType Id { get; }

    internal List<GrainClass> Classes { get; } = [];

    internal GrainMethod Method(MethodInfo info) => _methods[info];

    internal GrainReference Reference(GrainClass grainClass, string key) => _prototype.To(this, grainClass, key);

    /// <exception cref="ArgumentException">No class of that name implements the interface, or several do.</exception>
    internal GrainClass ClassOf(string? classNamePrefix)
    {
        var fitting = Classes.Where(c => classNamePrefix is null || c.Implementation.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal)).ToList();
        return fitting switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"No grain class{(classNamePrefix is null ? "" : " " + classNamePrefix)} implements {Name}."),
            _ => throw new ArgumentException($"Several grain classes implement {Name}: {string.Join(", ", fitting.Select(c => c.Implementation.FullName))}. Name one."),
        };
    }

    private GrainMethod MethodOf(MethodInfo info)
    {
        var returned = info.ReturnType;
        var generic = returned.IsGenericType ? returned.GetGenericTypeDefinition() : null;
        var kind = generic == typeof(IAsyncEnumerable<>) ? typeof(EnumerableMethod<>) : typeof(GrainMethod<>);
        var result = generic is null ? typeof(Nothing) : returned.GenericTypeArguments[0];
        return (GrainMethod)Activator.CreateInstance(kind.MakeGenericType(result), BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, null, [this, info], null)!;
    }
}
