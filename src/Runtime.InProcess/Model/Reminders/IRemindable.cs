using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain that can be woken by reminders.</summary>
public interface IRemindable : IGrain
{
    /// <summary>May come late, twice, or after a gap: decide from durable state.</summary>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
