using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Core;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.InProcess;

/// <summary>A grain class: its rules, how its instances are made, and its activations by key.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation> _activations = [];
    private readonly ActivationRecipe _recipe;
    private readonly Func<object, IInvokable, bool>? _mayInterleave;
    private int _count;

    internal GrainClass(GrainHost host, Type implementation, IReadOnlyList<GrainInterface> interfaces)
    {
        Host = host;
        Implementation = implementation;
        TypeName = NameOf(implementation);
        Type = GrainType.Create(TypeName);
        PrimaryInterface = interfaces.FirstOrDefault(i => i.Type != typeof(IRemindable))
            ?? throw new OrleansException($"{implementation} implements no grain interface.");
        IsReentrant = implementation.IsDefined(typeof(ReentrantAttribute));
        HasOnActivate = Overrides(nameof(IGrainBase.OnActivateAsync));
        HasOnDeactivate = Overrides(nameof(IGrainBase.OnDeactivateAsync));
        CollectionAge = AgeOf(implementation, host.Options);
        ImplicitStreamNamespaces = [.. implementation.GetCustomAttributes<ImplicitStreamSubscriptionAttribute>().Select(a => a.StreamNamespace)];
        _mayInterleave = PredicateOf(implementation);
        _recipe = new ActivationRecipe(host, implementation);
        if (implementation.GetCustomAttribute<StatelessWorkerAttribute>() is { } workers)
        {
            Workers = new StatelessWorkers(this, workers.MaxLocalWorkers);
        }
    }

    internal GrainHost Host { get; }

    internal Type Implementation { get; }

    internal string TypeName { get; }

    internal GrainType Type { get; }

    internal GrainInterface PrimaryInterface { get; }

    internal bool IsReentrant { get; }

    internal bool HasOnActivate { get; }

    internal bool HasOnDeactivate { get; }

    /// <summary>Null when idle activations stay.</summary>
    internal TimeSpan? CollectionAge { get; }

    internal string[] ImplicitStreamNamespaces { get; }

    /// <summary>Null for ordinary grains.</summary>
    internal StatelessWorkers? Workers { get; }

    /// <summary>Activations in memory.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal IEnumerable<Activation> Activations => Workers?.Activations ?? _activations.Select(a => a.Value);

    internal static string NameOf(Type implementation) =>
        implementation.GetCustomAttribute<GrainTypeAttribute>()?.Name ?? DefaultName(implementation.Name);

    internal void Deliver(string key, Request request)
    {
        if (Workers is not null)
        {
            Workers.Deliver(key, request);
        }
        else
        {
            (_activations.TryGetValue(key, out var present) ? present : Activate(key)).Enqueue(request);
        }
    }

    internal object Create(Activation activation, out List<IStorage> states) => _recipe.Create(activation, out states);

    internal bool MayInterleave(object grain, Request request) =>
        _mayInterleave is not null && request is IInvokable call && _mayInterleave(grain, call);

    internal void Added()
    {
        Interlocked.Increment(ref _count);
        Host.Collector.Added();
    }

    internal void Remove(Activation activation)
    {
        if (Workers?.Remove(activation) ?? _activations.TryRemove(new(activation.Key, activation)))
        {
            Interlocked.Decrement(ref _count);
            Host.Collector.Removed();
        }
    }

    internal MethodInfo ImplementationOf(MethodInfo interfaceMethod)
    {
        var map = Implementation.GetInterfaceMap(interfaceMethod.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, interfaceMethod)];
    }

    private Activation Activate(string key)
    {
        var fresh = new Activation(this, key);
        var chosen = _activations.GetOrAdd(key, fresh);
        if (ReferenceEquals(chosen, fresh))
        {
            Added();
        }

        return chosen;
    }

    private bool Overrides(string method)
    {
        var map = Implementation.GetInterfaceMap(typeof(IGrainBase));
        var declared = Array.Find(map.InterfaceMethods, m => m.Name == method);
        var declaring = map.TargetMethods[Array.IndexOf(map.InterfaceMethods, declared)].DeclaringType;
        return declaring != typeof(Grain) && declaring != typeof(IGrainBase);
    }

    private static TimeSpan? AgeOf(Type implementation, InProcessGrainOptions options)
    {
        if (implementation.IsDefined(typeof(KeepAliveAttribute)))
        {
            return null;
        }

        return implementation.GetCustomAttribute<CollectionAgeLimitAttribute>() switch
        {
            { AlwaysActive: true } => null,
            { } limit => limit.AgeLimit,
            null => options.CollectionAge,
        };
    }

    private static Func<object, IInvokable, bool>? PredicateOf(Type implementation)
    {
        if (implementation.GetCustomAttribute<MayInterleaveAttribute>()?.CallbackMethodName is not { } name)
        {
            return null;
        }

        var method = implementation.GetMethod(name, BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(IInvokable)])
            ?? throw new OrleansException($"{implementation} has no method bool {name}({nameof(IInvokable)}), which its [MayInterleave] names.");
        return method.IsStatic
            ? (_, call) => method.CreateDelegate<Func<IInvokable, bool>>()(call)
            : (grain, call) => method.CreateDelegate<Func<IInvokable, bool>>(grain)(call);
    }

    private static string DefaultName(string className)
    {
        const string suffix = "Grain";
        var name = className.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && className.Length > suffix.Length ? className[..^suffix.Length] : className;
        return name.ToLowerInvariant();
    }
}
