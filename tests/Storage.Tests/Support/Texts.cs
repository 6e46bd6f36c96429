using System.Text.Json;

namespace XSight.Storage.Tests;

/// <summary>Rows compared by all they say: immutable arrays in records compare by reference otherwise.</summary>
internal static class Texts
{
    public static string Of<T>(T value) => JsonSerializer.Serialize(value);

    public static bool Same<T>(T one, T other) => Of(one) == Of(other);
}
