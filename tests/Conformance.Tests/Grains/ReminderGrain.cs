namespace XSight.Conformance.Tests;

[GrainType("conformance-reminder")]
public sealed class ReminderGrain : Grain, IReminderGrain, IRemindable
{
    public async Task Register(string name, TimeSpan due, TimeSpan period)
    {
        var reminder = await this.RegisterOrUpdateReminder(name, due, period);
        Assert.Equal(name, reminder.ReminderName);
    }

    public async Task<bool> Unregister(string name)
    {
        if (await this.GetReminder(name) is not { } reminder)
        {
            return false;
        }

        await this.UnregisterReminder(reminder);
        return true;
    }

    public async Task<int> Count() => (await this.GetReminders()).Count;

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Assert.True(status.CurrentTickTime >= status.FirstTickTime - TimeSpan.FromSeconds(1));
        Signals.Note(this.GetPrimaryKeyString(), $"{reminderName} every {status.Period.TotalMilliseconds} ms");
        return Task.CompletedTask;
    }
}
