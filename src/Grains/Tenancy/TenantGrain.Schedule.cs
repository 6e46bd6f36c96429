using Orleans.Runtime;

namespace XSight.Grains.Tenancy;

/// <summary>The tenant's reminders: reading what changed now and then, for as long as its store is connected.</summary>
public sealed partial class TenantGrain : IRemindable
{
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName == SyncSchedule.Reminder && _tokens is not null)
        {
            TenantScope.Enter(_tenant);
            await StartSync(SyncKind.Incremental);
        }
    }

    /// <summary>Leaves a schedule that there is as it is.</summary>
    private async Task ScheduleSyncs()
    {
        if (await this.GetReminder(SyncSchedule.Reminder) is null)
        {
            await this.RegisterOrUpdateReminder(SyncSchedule.Reminder, SyncSchedule.FirstAfter(_tenant), SyncSchedule.Every);
        }
    }

    private async Task StopScheduledSyncs()
    {
        if (await this.GetReminder(SyncSchedule.Reminder) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
