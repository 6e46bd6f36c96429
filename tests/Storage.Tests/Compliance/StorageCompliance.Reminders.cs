namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Reminder_reads_back_and_is_replaced_by_name()
    {
        var due = new DateTimeOffset(2026, 11, 22, 10, 0, 0, 250, TimeSpan.Zero);
        var first = await Database.Reminders.UpsertAsync(new StoredReminder(_grain, "sync", due, TimeSpan.FromMinutes(15), null), default);
        var second = await Database.Reminders.UpsertAsync(new StoredReminder(_grain, "sync", due.AddHours(1), TimeSpan.FromHours(1), null), default);
        await Database.Reminders.UpsertAsync(new StoredReminder(_grain, "audit", due, TimeSpan.FromHours(2), null), default);

        Assert.NotEqual(first, second);
        var stored = await Database.Reminders.FindAsync(_grain, "sync", default);
        Assert.Equal(new StoredReminder(_grain, "sync", due.AddHours(1), TimeSpan.FromHours(1), second), stored);
        Assert.Equal(["audit", "sync"], (await Database.Reminders.ListAsync(_grain, default)).Select(r => r.Name));
        Assert.Contains(stored, await Database.Reminders.ListAsync(null, default));
    }

    [Fact]
    public async Task Reminder_is_deleted_only_by_its_present_etag()
    {
        var first = await Database.Reminders.UpsertAsync(new StoredReminder(_grain, "sync", DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), null), default);
        var second = await Database.Reminders.UpsertAsync(new StoredReminder(_grain, "sync", DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(2), null), default);

        Assert.False(await Database.Reminders.DeleteAsync(_grain, "sync", first, default));
        Assert.True(await Database.Reminders.DeleteAsync(_grain, "sync", second, default));
        Assert.Null(await Database.Reminders.FindAsync(_grain, "sync", default));
        Assert.False(await Database.Reminders.DeleteAsync(_grain, "sync", second, default));
    }
}
