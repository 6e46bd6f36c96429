using System.Collections;
using System.Globalization;
using System.Reflection;

namespace XSight.Silo.Tests.Contracts;

/// <summary>A value and all its fields as text, so that two values of a contract can be compared without their own Equals.</summary>
internal static class FieldText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        IFormattable plain when value.GetType().IsPrimitive || value.GetType().IsEnum => plain.ToString(null, CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ => $"{value.GetType().Name} {{ {string.Join(", ", Fields(value))} }}",
    };

    private static IEnumerable<string> Fields(object value) =>
        value.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => $"{field.Name} = {Of(field.GetValue(value))}");
}
