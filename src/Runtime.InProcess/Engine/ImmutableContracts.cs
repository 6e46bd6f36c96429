using System.Collections.Immutable;
using System.Reflection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>
/// Orleans copies what passes between grains unless it is immutable. This host never copies, and so that the two cannot differ it
/// refuses whatever would have to be copied.
/// </summary>
internal static class ImmutableContracts
{
    private static readonly HashSet<Type> Values =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Uri), typeof(Version), typeof(Int128), typeof(UInt128),
    ];

    private static readonly HashSet<Type> Wrappers =
    [
        typeof(Nullable<>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(KeyValuePair<,>),
        typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>),
    ];

    private static readonly HashSet<Type> Promises = [typeof(Task<>), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    /// <summary>What is wrong with a grain interface, in words for whoever wrote it.</summary>
    internal static IEnumerable<string> FaultsOf(Type grainInterface)
    {
        foreach (var method in grainInterface.GetMethods().Where(m => !m.IsStatic))
        {
            var name = $"{grainInterface}.{method.Name}";
            if (method.IsGenericMethod)
            {
                yield return $"{name} is generic, which this host does not support";
                continue;
            }

            if (!IsPromise(method.ReturnType))
            {
                yield return $"{name} returns {method.ReturnType}: expected Task, ValueTask or IAsyncEnumerable";
            }
            else if (method.ReturnType.IsGenericType && !method.ReturnParameter.IsDefined(typeof(ImmutableAttribute)) && !IsImmutable(method.ReturnType.GenericTypeArguments[0]))
            {
                yield return $"{name} returns {method.ReturnType.GenericTypeArguments[0]}, {Advice}";
            }

            foreach (var parameter in method.GetParameters().Where(p => !IsParameter(p)))
            {
                yield return $"{name} takes {parameter.ParameterType} {parameter.Name}, {Advice}";
            }
        }
    }

    /// <summary>May a value of the type be shared between grains?</summary>
    internal static bool IsImmutable(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || Values.Contains(type)
        || type.IsDefined(typeof(ImmutableAttribute), inherit: false)
        || (type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))
        || (type.IsGenericType && Wrappers.Contains(type.GetGenericTypeDefinition()) && type.GenericTypeArguments.All(IsImmutable));

    private static string Advice => "which is not immutable: make it a record of immutable parts marked [Immutable], or an ImmutableArray of such";

    private static bool IsPromise(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) || (type.IsGenericType && Promises.Contains(type.GetGenericTypeDefinition()));

    private static bool IsParameter(ParameterInfo parameter) =>
        !parameter.ParameterType.IsByRef
        && (parameter.ParameterType == typeof(CancellationToken) || parameter.IsDefined(typeof(ImmutableAttribute)) || IsImmutable(parameter.ParameterType));
}
