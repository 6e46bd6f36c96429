using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace XSight.Silo.Tests.Contracts;

/// <summary>Makes values of any contract with every field filled, each differently, past constructors and their checks.</summary>
internal sealed class ContractSample
{
    private static readonly MethodInfo ArrayOf = typeof(ContractSample).GetMethod(nameof(ImmutableArrayOf), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private int _next;

    public object Of(Type type)
    {
        var number = ++_next;
        return type switch
        {
            _ when type == typeof(string) => $"text {number}",
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(number % 12)).AddSeconds(number),
            _ when type.IsPrimitive => Convert.ChangeType(number, type, null),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length)!,
            _ when type.IsArray => Items(type.GetElementType()!),
            _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => ArrayOf.MakeGenericMethod(type.GenericTypeArguments).Invoke(this, null)!,
            _ => Fields(type),
        };
    }

    private object Fields(Type type)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            field.SetValue(value, Of(field.FieldType));
        }

        return value;
    }

    private ImmutableArray<T> ImmutableArrayOf<T>() => [(T)Of(typeof(T)), (T)Of(typeof(T))];

    private Array Items(Type type)
    {
        var items = Array.CreateInstance(type, 2);
        items.SetValue(Of(type), 0);
        items.SetValue(Of(type), 1);
        return items;
    }
}
