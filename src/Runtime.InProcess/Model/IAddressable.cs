namespace Orleans.Runtime;

/// <summary>Something that can be called by its id: a grain.</summary>
public interface IAddressable;
