namespace Orleans;

/// <summary>
/// Sees every call before its grain does. Filters registered as services come first, in the order of their registration, and then
/// the grain itself, if it implements this.
/// </summary>
public interface IIncomingGrainCallFilter
{
    Task Invoke(IIncomingGrainCallContext context);
}
