using Orleans;
using Orleans.Runtime;

namespace XSight.Runtime.InProcess.Tests;

public class AccountState
{
    public int Balance { get; set; }
}

[GrainType("account")]
public sealed class AccountGrain(
    Journal journal,
    TimeProvider time,
    [PersistentState("account", Simulation.Storage)] IPersistentState<AccountState> state) : Grain, IAccountGrain, IRemindable
{
    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        journal.Note($"{Key} active");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Note($"{Key} ended: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public async Task Deposit(int amount)
    {
        journal.Note($"{Key}+{amount}");
        var read = state.State.Balance;
        await Task.Yield();
        state.State.Balance = read + amount;
    }

    public Task Overtake(int amount) => Deposit(amount);

    public Task<int> Balance() => Task.FromResult(state.State.Balance);

    public async Task Transfer(string to, int amount)
    {
        await Deposit(-amount);
        await GrainFactory.GetGrain<IAccountGrain>(to).Deposit(amount);
    }

    public async Task<int> Wait(TimeSpan span)
    {
        await Task.Delay(span, time);
        journal.Note($"{Key} waited");
        return state.State.Balance;
    }

    public Task StartTimer(TimeSpan period)
    {
        this.RegisterGrainTimer(
            () =>
            {
                journal.Note($"{Key} tick {(time.GetUtcNow() - Simulation.Start).TotalSeconds} s");
                return Task.CompletedTask;
            },
            period,
            period);
        return Task.CompletedTask;
    }

    public Task Remind(TimeSpan period) => this.RegisterOrUpdateReminder("wake", period, period);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        journal.Note($"{Key} {reminderName} {(status.CurrentTickTime - Simulation.Start.UtcDateTime).TotalHours} h");
        return Task.CompletedTask;
    }

    public Task DelayEnd(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }

    public Task Save() => state.WriteStateAsync();
}
