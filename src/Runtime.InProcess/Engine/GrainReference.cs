using System.Reflection;
using Orleans.InProcess;

namespace Orleans.Runtime;

/// <summary>The way to a grain: implements its interface by sending calls. Equal references lead to the same grain.</summary>
public class GrainReference : DispatchProxy, IAddressable, IEquatable<GrainReference>
{
    private GrainInterface _interface = null!;

    public GrainId GrainId => new(Class.Type, IdSpan.Create(Key));

    internal GrainClass Class { get; private set; } = null!;

    internal string Key { get; private set; } = null!;

    internal GrainHost Host => _interface.Host;

    public bool Equals(GrainReference? other) => other is not null && ReferenceEquals(Class, other.Class) && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => HashCode.Combine(Class, Key);

    public override string ToString() => GrainId.ToString();

    /// <summary>A copy that leads elsewhere; cheaper than making a proxy.</summary>
    internal GrainReference To(GrainInterface grainInterface, GrainClass grainClass, string key)
    {
        var reference = (GrainReference)MemberwiseClone();
        reference._interface = grainInterface;
        reference.Class = grainClass;
        reference.Key = key;
        return reference;
    }

    protected sealed override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _interface.Method(targetMethod!).Call(this, args ?? []);
}
