namespace Orleans.InProcess;

/// <summary>
/// Runs every turn of a host on the thread of the test, one at a time, and lets a seed choose which ready turn comes next: the same seed
/// gives the same run, another seed another interleaving. Time is virtual and moves only when told to.
/// </summary>
/// <remarks>
/// Grains must keep to their scheduler for that, as they must for Orleans: what is moved to the thread pool is not seen here. The code
/// of the test that calls grains belongs into <see cref="Run"/>.
/// </remarks>
public sealed class SimulatedScheduler : ITurnScheduler
{
    /// <summary>Turns without time moving: more is taken for a loop that never ends.</summary>
    public const int TurnsMax = 10_000_000;

    private readonly Lock _lock = new();
    private readonly List<IThreadPoolWorkItem> _ready = [];
    private readonly Random _random;
    private readonly VirtualTime _time;

    public SimulatedScheduler(int seed, DateTimeOffset start)
    {
        Seed = seed;
        _random = new Random(seed);
        _time = new VirtualTime(start, _random);
    }

    public int Seed { get; }

    /// <summary>The host's clock, and the one grains and storage get injected.</summary>
    public TimeProvider Time => _time;

    /// <summary>Turns run so far.</summary>
    public long Turns { get; private set; }

    int ITurnScheduler.TurnsPerSlice => 1;

    void ITurnScheduler.Schedule(IThreadPoolWorkItem work)
    {
        lock (_lock)
        {
            _ready.Add(work);
        }
    }

    /// <summary>Runs one ready turn; false when there is none.</summary>
    public bool RunOne()
    {
        IThreadPoolWorkItem chosen;
        lock (_lock)
        {
            if (_ready.Count == 0)
            {
                return false;
            }

            var index = _random.Next(_ready.Count);
            chosen = _ready[index];
            _ready[index] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
        }

        Turns++;
        chosen.Execute();
        return true;
    }

    /// <summary>Runs turns until none is ready. Time stands still.</summary>
    public void RunUntilIdle()
    {
        for (var turns = 0; RunOne(); turns++)
        {
            if (turns == TurnsMax)
            {
                throw new InvalidOperationException($"Seed {Seed}: {TurnsMax} turns without an end.");
            }
        }
    }

    /// <summary>Moves time forward, stopping at every timer on the way to run what it wakes.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        RunUntilIdle();
        while (_time.FireNext(time))
        {
            RunUntilIdle();
        }

        _time.MoveTo(time);
    }

    public void Advance(TimeSpan span) => AdvanceTo(Time.GetUtcNow() + span);

    /// <summary>Runs a client of the grains to its end, moving time to the next timer whenever nothing else can run.</summary>
    /// <exception cref="TimeoutException">It did not end within that much virtual time.</exception>
    public void Run(Func<Task> client, TimeSpan limit)
    {
        var end = Time.GetUtcNow() + limit;
        var running = Start(client);
        RunUntilIdle();
        while (!running.IsCompleted)
        {
            if (!_time.FireNext(end))
            {
                throw new TimeoutException($"Seed {Seed}: the client did not end within {limit}.");
            }

            RunUntilIdle();
        }

        running.GetAwaiter().GetResult();
    }

    /// <summary>As <see cref="Run(Func{Task}, TimeSpan)"/>, for a client that gets an hour.</summary>
    public void Run(Func<Task> client) => Run(client, TimeSpan.FromHours(1));

    /// <summary>Starts a client beside others; it moves on in <see cref="RunUntilIdle"/> and with time.</summary>
    public Task Start(Func<Task> client)
    {
        var queue = new ClientQueue(this);
        return Task.Factory.StartNew(client, CancellationToken.None, TaskCreationOptions.DenyChildAttach, queue).Unwrap();
    }

    private sealed class ClientQueue(ITurnScheduler turns) : TurnQueue
    {
        protected override ITurnScheduler Turns => turns;
    }
}
