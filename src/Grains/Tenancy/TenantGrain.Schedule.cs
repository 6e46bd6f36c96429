using Orleans.Runtime;

namespace XSight.Grains.Tenancy;

/// <summary>The tenant's reminders, for as long as its store is connected: what changed is read now and then, and webhook subscriptions are repaired daily.</summary>
public sealed partial class TenantGrain : IRemindable
{
    private const string WebhooksReminder = "webhooks";
    private static readonly TimeSpan WebhooksEvery = TimeSpan.FromDays(1);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_tokens is null)
        {
            return;
        }

        TenantScope.Enter(_tenant);
        switch (reminderName)
        {
            case SyncSchedule.Reminder:
                await StartSync(SyncKind.Incremental);
                break;
            case WebhooksReminder:
                await RepairWebhooks();
                break;
            default: // of an older version of this program
                await End(reminderName);
                break;
        }
    }

    /// <summary>Leaves a schedule of syncs that there is as it is.</summary>
    private async Task Schedule()
    {
        if (await this.GetReminder(SyncSchedule.Reminder) is null)
        {
            await this.RegisterOrUpdateReminder(SyncSchedule.Reminder, SyncSchedule.FirstAfter(_tenant), SyncSchedule.Every);
        }

        await this.RegisterOrUpdateReminder(WebhooksReminder, WebhooksEvery, WebhooksEvery);
    }

    private async Task Unschedule()
    {
        await End(SyncSchedule.Reminder);
        await End(WebhooksReminder);
    }

    private async Task End(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
