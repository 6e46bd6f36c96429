namespace Orleans.Runtime;

/// <summary>Marks a constructor parameter <see cref="IPersistentState{TState}"/> with the names of its state and its storage.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    public string StateName { get; } = stateName;

    /// <summary>The key of the <see cref="Storage.IGrainStorage"/>; null for the unkeyed one.</summary>
    public string? StorageName { get; } = storageName;
}
