using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>How an activation begins and ends.</summary>
internal sealed partial class Activation
{
    public Task Deactivated
    {
        get
        {
            var extras = Extras;
            lock (extras)
            {
                if (extras.Ended is null)
                {
                    extras.Ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    if (_state == ActivationState.Ended || IsAbandoned)
                    {
                        extras.Ended.SetResult();
                    }
                }

                return extras.Ended.Task;
            }
        }
    }

    /// <summary>May be called from anywhere. The token is Orleans'; here an activation never leaves its turn to be cancelled.</summary>
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (ReferenceEquals(RuntimeContext.Current, this))
        {
            BeginDeactivation(deactivationReason);
        }
        else
        {
            Enqueue(new ActionTurn(() => BeginDeactivation(deactivationReason)));
        }
    }

    internal void DelayDeactivation(TimeSpan span) => Extras.KeepAliveUntil = span > TimeSpan.Zero
        ? Host.TimestampAfter(span)
        : long.MinValue;

    /// <summary>When it was last used, or null while it works or is not to be collected. May be called from anywhere, and may be out of date.</summary>
    internal long? IdleSince(long now) =>
        _state == ActivationState.Active && IsQuiet && !IsRunning && (_extras is null || _extras.KeepAliveUntil <= now) ? _lastUsed : null;

    /// <summary>Deactivates unless it was used meanwhile. May be called from anywhere.</summary>
    internal void Collect(DeactivationReason reason) => Enqueue(new ActionTurn(() =>
    {
        if (_state == ActivationState.Active && !IsRunning)
        {
            BeginDeactivation(reason);
        }
    }));

    /// <summary>Drops the activation as a crash of the process would: nothing more of it runs. May be called from anywhere.</summary>
    internal void Kill()
    {
        Abandon();
        if (_state is ActivationState.Active or ActivationState.Deactivating)
        {
            Host.Metrics.Deactivated(Class);
        }

        Class.Remove(this);
        CompleteDeactivated();
    }

    private async Task ActivateAsync(Dictionary<string, object>? context)
    {
        _state = ActivationState.Activating;
        RequestContext.Values = context;
        try
        {
            GrainInstance = Class.Create(this, out var states);
            foreach (var state in states)
            {
                await state.ReadStateAsync();
            }

            if (Class.HasOnActivate)
            {
                using var timeout = new CancellationTokenSource(Host.Options.ActivationTimeout, Host.Time);
                await ((IGrainBase)GrainInstance).OnActivateAsync(timeout.Token);
            }
        }
        catch (Exception exception)
        {
            await FailActivationAsync(exception);
            return;
        }

        Host.Metrics.Activated(Class);
        if (_extras is { Reason.ReasonCode: not DeactivationReasonCode.None })
        {
            _state = ActivationState.Deactivating;
            await DeactivateAsync();
            return;
        }

        _state = ActivationState.Active;
        AdmitWaiting();
    }

    private async Task FailActivationAsync(Exception exception)
    {
        HostLog.ActivationFailed(Host.Log, exception, GrainId);
        StopBackgroundWork();
        await DisposeInstanceAsync();
        Class.Remove(this);
        _state = ActivationState.Ended;
        FailWaiting(exception);
        CompleteDeactivated();
    }

    private void BeginDeactivation(DeactivationReason reason)
    {
        if (_state is ActivationState.Deactivating or ActivationState.Ended)
        {
            return;
        }

        Extras.Reason = reason;
        if (_state == ActivationState.Created)
        {
            End();
        }
        else if (_state == ActivationState.Active)
        {
            _state = ActivationState.Deactivating;
            StopBackgroundWork();
            if (!IsRunning)
            {
                _ = DeactivateAsync();
            }
        }
    }

    private async Task DeactivateAsync()
    {
        if (Class.HasOnDeactivate)
        {
            try
            {
                using var timeout = new CancellationTokenSource(Host.Options.ActivationTimeout, Host.Time);
                await ((IGrainBase)GrainInstance!).OnDeactivateAsync(Extras.Reason, timeout.Token);
            }
            catch (Exception exception)
            {
                HostLog.DeactivationFailed(Host.Log, exception, GrainId);
            }
        }

        await DisposeInstanceAsync();
        Host.Metrics.Deactivated(Class);
        End();
    }

    /// <summary>Leaves the directory first, so that what is passed on finds a new activation.</summary>
    private void End()
    {
        StopBackgroundWork();
        Class.Remove(this);
        _state = ActivationState.Ended;
        while (TakeWaiting() is { } request)
        {
            End(request);
        }

        CompleteDeactivated();
    }

    private void End(Request request)
    {
        if (!request.IsAbandoned)
        {
            request.OnActivationEnded(this);
        }
    }

    private void FailWaiting(Exception exception)
    {
        while (TakeWaiting() is { } request)
        {
            request.Fail(exception);
        }
    }

    private Request? TakeWaiting()
    {
        var first = (Request?)_firstWaiting;
        if (first is not null)
        {
            Unlink(previous: null, first);
        }

        return first;
    }

    private void StopBackgroundWork()
    {
        foreach (var timer in _extras?.Timers.ToArray() ?? [])
        {
            timer.Dispose();
        }

        foreach (var end in _extras?.Enumerations.ToArray() ?? [])
        {
            _ = EndQuietlyAsync(end);
        }
    }

    private async Task DisposeInstanceAsync()
    {
        try
        {
            switch (GrainInstance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }

            if (_extras?.Scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            HostLog.DisposeFailed(Host.Log, exception, GrainId);
        }
    }

    /// <summary>Not waited for: what enumerates may take its time to notice.</summary>
    private async Task EndQuietlyAsync(Func<Task> end)
    {
        try
        {
            await end();
        }
        catch (Exception exception)
        {
            HostLog.DisposeFailed(Host.Log, exception, GrainId);
        }
    }

    private void CompleteDeactivated()
    {
        if (_extras is { } extras)
        {
            lock (extras)
            {
                extras.Ended?.TrySetResult();
            }
        }
    }
}
