using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>
/// One enumeration of a grain's result. The enumerator proper lives in the activation and is only touched in its turns, which
/// interleave with its calls; what is ready comes over in batches.
/// </summary>
internal sealed class GrainEnumerator<T>(GrainEnumerable<T> source, CancellationToken callers) : IAsyncEnumerator<T>
{
    /// <summary>A call for elements returns after so long without one, and is made again: waiting is no timeout.</summary>
    private static readonly TimeSpan HeartbeatMax = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _callers = CancellationTokenSource.CreateLinkedTokenSource(callers, source.CallersToken);
    private readonly CancellationTokenSource _grains = new();
    private Activation? _activation;
    private IAsyncEnumerator<T>? _inner;
    private Task<bool>? _moving;
    private bool _isComplete;
    private bool _isEnded;
    private List<T> _batch = [];
    private int _position = -1;

    public T Current => _batch[_position];

    public async ValueTask<bool> MoveNextAsync()
    {
        _callers.Token.ThrowIfCancellationRequested();
        if (_position + 1 < _batch.Count)
        {
            _position++;
            return true;
        }

        _batch = [];
        while (_batch.Count == 0 && !_isComplete)
        {
            _batch = await source.Method.SendAsync(source, _activation, NextBatchAsync).WaitAsync(_callers.Token);
        }

        _position = 0;
        return _batch.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        _callers.Cancel();
        if (_activation is not null && !_isEnded)
        {
            await source.Method.SendAsync(source, _activation, EndAsync);
        }

        _callers.Dispose();
    }

    /// <summary>The next elements; none at the end or after <see cref="HeartbeatMax"/>. In a turn of the activation, as is all that follows.</summary>
    private async ValueTask<List<T>> NextBatchAsync(object grain, object?[] arguments)
    {
        var activation = RuntimeContext.Current!;
        if (_activation is null)
        {
            _activation = activation;
            _callers.Token.UnsafeRegister(static enumerator => ((GrainEnumerator<T>)enumerator!).CancelInGrain(), this);
            _inner = source.Method.Invoke(grain, source.ArgumentsWith(_grains.Token)).GetAsyncEnumerator(_grains.Token);
            activation.Extras.Enumerations.Add(EndAsync);
        }
        else if (_isEnded || !ReferenceEquals(activation, _activation))
        {
            throw new EnumerationAbortedException($"The activation of {activation.GrainId} that enumerated has ended.");
        }

        return await FillAsync(activation.Host);
    }

    private async ValueTask<List<T>> FillAsync(GrainHost host)
    {
        List<T> batch = [];
        while (batch.Count < source.BatchSize && !_isEnded)
        {
            _moving ??= _inner!.MoveNextAsync().AsTask();

            // What is there goes first: the caller should neither wait for the next element nor miss these when it fails.
            if (batch.Count > 0 && !_moving.IsCompletedSuccessfully)
            {
                break;
            }

            if (!await HasMovedAsync(host))
            {
                break;
            }

            var moving = _moving;
            _moving = null;
            if (await moving)
            {
                batch.Add(_inner!.Current);
            }
            else
            {
                _isComplete = true;
                await EndAsync();
            }
        }

        return batch;
    }

    /// <summary>False when it takes so long that the caller should hear that the grain is alive.</summary>
    private async ValueTask<bool> HasMovedAsync(GrainHost host)
    {
        if (!_moving!.IsCompleted)
        {
            using var waited = new CancellationTokenSource();
            var heartbeat = host.Options.ResponseTimeout > HeartbeatMax * 2 || host.Options.ResponseTimeout < TimeSpan.Zero ? HeartbeatMax : host.Options.ResponseTimeout / 2;
            await Task.WhenAny(_moving, Task.Delay(heartbeat, host.Time, waited.Token));
            waited.Cancel();
            if (_isEnded && !_isComplete)
            {
                throw new EnumerationAbortedException($"The activation of {source.Target.GrainId} that enumerated has ended.");
            }
        }

        return _moving.IsCompleted;
    }

    private void CancelInGrain() => _activation!.Enqueue(new ActionTurn(_grains.Cancel));

    private async ValueTask<Nothing> EndAsync(object grain, object?[] arguments)
    {
        await EndAsync();
        return default;
    }

    /// <summary>Called by the caller's end, by the last element, or by the activation when it ends first.</summary>
    private async Task EndAsync()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        _activation!.Extras.Enumerations.Remove(EndAsync);
        if (_moving is { IsCompleted: false } moving)
        {
            // An enumerator must not be disposed of while it moves.
            _grains.Cancel();
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        }

        await _inner!.DisposeAsync();
    }
}
