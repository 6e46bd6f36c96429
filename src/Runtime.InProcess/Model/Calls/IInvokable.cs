using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>One call as filters and interleaving predicates see it.</summary>
public interface IInvokable
{
    int GetArgumentCount();

    object? GetArgument(int index);

    void SetArgument(int index, object value);

    string GetMethodName();

    string GetInterfaceName();

    MethodInfo GetMethod();

    Type GetInterfaceType();

    /// <summary>The grain's end of the caller's token, or none.</summary>
    CancellationToken GetCancellationToken();
}
