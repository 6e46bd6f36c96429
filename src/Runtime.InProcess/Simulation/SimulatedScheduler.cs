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
    private int _thread;
    private int _strays;

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

    /// <summary>Turns that came from another thread than the one that runs them: something left its scheduler, and no seed repeats when it came back.</summary>
    public int Strays
    {
        get
        {
            lock (_lock)
            {
                return _strays;
            }
        }
    }

    int ITurnScheduler.TurnsPerSlice => 1;

    void ITurnScheduler.Schedule(IThreadPoolWorkItem work)
    {
        lock (_lock)
        {
            _strays += _thread is not 0 && _thread != Environment.CurrentManagedThreadId ? 1 : 0;
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
            _thread = Environment.CurrentManagedThreadId;
            _ready[index] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
        }

        Turns++;
        chosen.Execute();
        return true;
    }

    /// <summary>Runs one ready turn; without one moves time to the next timer that is due by then and fires it. False when there is neither.</summary>
    public bool Step(DateTimeOffset latest) => RunOne() || _time.FireNext(latest);

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
    public Task Start(Func<Task> client) => Start(client, NewThread());

    /// <summary>The same on a thread of <see cref="NewThread"/>.</summary>
    public static Task Start(Func<Task> client, TaskScheduler thread) =>
        Task.Factory.StartNew(async () => await client(), CancellationToken.None, TaskCreationOptions.DenyChildAttach, thread).Unwrap();

    /// <summary>What a thread is to code beside the grains: its tasks run one at a time, in their order, as turns of the simulation.</summary>
    public TaskScheduler NewThread() => new ClientQueue(this);

    /// <summary>Ends such a thread as a crash of its process does: whatever still waits or comes back to it never runs.</summary>
    public static void Kill(TaskScheduler thread) => ((ClientQueue)thread).Kill();

    private sealed class ClientQueue(ITurnScheduler turns) : TurnQueue
    {
        protected override ITurnScheduler Turns => turns;

        internal void Kill() => Abandon();

        protected override void TurnFailed(Exception exception) =>
            throw new InvalidOperationException("A client's turns are tasks, which keep their exceptions.", exception);
    }
}
