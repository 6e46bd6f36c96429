using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>How instances of a grain class are made: its constructor, and where each of its arguments comes from.</summary>
internal sealed class ActivationRecipe
{
    private readonly ConstructorInvoker _constructor;
    private readonly Func<Activation, object?>[] _arguments;

    internal ActivationRecipe(GrainHost host, Type implementation)
    {
        var constructor = implementation.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new OrleansException($"{implementation} has no public constructor.");
        _constructor = ConstructorInvoker.Create(constructor);
        _arguments = [.. constructor.GetParameters().Select(p => SourceOf(host, p))];
    }

    /// <param name="activation">For which the instance is; the current one.</param>
    /// <param name="states">The states to be read before the grain is used.</param>
    internal object Create(Activation activation, out List<IStorage> states)
    {
        states = [];
        var arguments = new object?[_arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _arguments[i](activation);
            if (arguments[i] is IActivationState)
            {
                states.Add((IStorage)arguments[i]!);
            }
        }

        return _constructor.Invoke(arguments.AsSpan());
    }

    private static Func<Activation, object?> SourceOf(GrainHost host, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
        {
            return StateSource(host, parameter, state);
        }

        if (type == typeof(IGrainContext))
        {
            return activation => activation;
        }

        var key = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
        var isSingleton = host.IsSingleton(type, key);
        return activation => Resolve(isSingleton ? host.ServiceProvider : activation.ActivationServices, parameter, key);
    }

    private static object? Resolve(IServiceProvider services, ParameterInfo parameter, object? key)
    {
        var type = parameter.ParameterType;
        if (!parameter.HasDefaultValue)
        {
            return key is null ? services.GetRequiredService(type) : services.GetRequiredKeyedService(type, key);
        }

        return (key is null ? services.GetService(type) : ((IKeyedServiceProvider)services).GetKeyedService(type, key)) ?? parameter.DefaultValue;
    }

    private static Func<Activation, object?> StateSource(GrainHost host, ParameterInfo parameter, PersistentStateAttribute state)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new OrleansException($"{parameter.Member.DeclaringType}: [PersistentState] parameter {parameter.Name} must be an IPersistentState<T>, not {type}.");
        }

        return typeof(ActivationRecipe)
            .GetMethod(nameof(NewState), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type.GenericTypeArguments)
            .CreateDelegate<Func<GrainHost, PersistentStateAttribute, Func<Activation, object?>>>()(host, state);
    }

    private static Func<Activation, object?> NewState<TState>(GrainHost host, PersistentStateAttribute state) =>
        activation => new PersistentState<TState>(activation, state.StateName, host.StorageOf(state.StorageName));
}
