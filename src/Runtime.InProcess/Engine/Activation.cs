using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>
/// One grain in memory: its instance, its turns, and the requests it runs and holds back. Everything but <see cref="TurnQueue.Enqueue"/>
/// and what is said to be called from anywhere happens in its own turns, so nothing here is locked.
/// </summary>
internal sealed partial class Activation(GrainClass grainClass, string key) : TurnQueue, IGrainContext
{
    private WorkItem? _firstWaiting;
    private WorkItem? _lastWaiting;
    private ActivationExtras? _extras;
    private long _lastUsed = grainClass.Host.Time.GetTimestamp();
    private int _exclusive;
    private int _readOnly;
    private int _interleaving;
    private volatile ActivationState _state;

    public GrainId GrainId => new(Class.Type, IdSpan.Create(Key));

    public GrainReference GrainReference => Host.Reference(Class.PrimaryInterface, Class, Key);

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices
    {
        get
        {
            var extras = Extras;
            lock (extras)
            {
                extras.Scope ??= Host.ServiceProvider.CreateAsyncScope();
                return extras.Scope.Value.ServiceProvider;
            }
        }
    }

    internal GrainClass Class { get; } = grainClass;

    internal string Key { get; } = key;

    internal GrainHost Host => Class.Host;

    internal ActivationExtras Extras => _extras ?? Interlocked.CompareExchange(ref _extras, new ActivationExtras(), null) ?? _extras;

    /// <summary>Requests given to a stateless worker and not ended; counted by its pool alone.</summary>
    internal int Load;

    protected override ITurnScheduler Turns => Class.Host.Turns;

    private bool IsRunning => _exclusive + _readOnly + _interleaving > 0;

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => GrainId.ToString();

    /// <summary>Takes a request that has arrived: runs it, or holds it back.</summary>
    internal void Receive(Request request)
    {
        if (request.Mode != RunMode.Waiting)
        {
            Start(request);
            return;
        }

        switch (_state)
        {
            case ActivationState.Created:
                Hold(request);
                _ = ActivateAsync(request.Context);
                break;
            case ActivationState.Active when MayRun(request):
            case ActivationState.Deactivating when IsRunning && IsOfOpenChain(request):
                Admit(request);
                Start(request);
                break;
            case ActivationState.Ended:
                End(request);
                break;
            default:
                Hold(request);
                break;
        }
    }

    internal void EnterReentrantSection(Guid chain)
    {
        if (chain == Guid.Empty)
        {
            return;
        }

        var sections = Extras.ReentrantSections;
        sections[chain] = sections.GetValueOrDefault(chain) + 1;
        AdmitWaiting();
    }

    internal void LeaveReentrantSection(Guid chain)
    {
        var sections = Extras.ReentrantSections;
        if (!sections.TryGetValue(chain, out var open))
        {
            return;
        }

        if (open == 1)
        {
            sections.Remove(chain);
        }
        else
        {
            sections[chain] = open - 1;
        }
    }

    private void Hold(Request request)
    {
        if (_lastWaiting is null)
        {
            _firstWaiting = request;
        }
        else
        {
            _lastWaiting.Next = request;
        }

        _lastWaiting = request;
    }

    private bool MayRun(Request request) =>
        (_exclusive == 0 && (_readOnly == 0 || request.IsReadOnly))
        || Interleaves(request)
        || IsOfOpenChain(request);

    private bool Interleaves(Request request) =>
        request.AlwaysInterleaves || Class.IsReentrant || Class.MayInterleave(GrainInstance!, request);

    private bool IsOfOpenChain(Request request) =>
        _extras is { ReentrantSections.Count: > 0 } extras
        && RequestContext.ReentrancyIdOf(request.Context) is var chain
        && extras.ReentrantSections.ContainsKey(chain);

    /// <summary>From here on the request counts as running.</summary>
    private void Admit(Request request)
    {
        request.Mode = Interleaves(request) ? RunMode.Interleaving : request.IsReadOnly ? RunMode.ReadOnly : RunMode.Exclusive;
        Count(request.Mode, 1);
    }

    private void Start(Request request)
    {
        if (request.IsAbandoned)
        {
            Finished(request);
            return;
        }

        RequestContext.Values = request.Context;
        _ = RunToEndAsync(request);
    }

    private async Task RunToEndAsync(Request request)
    {
        await request.RunAsync(this);
        Finished(request);
    }

    private void Finished(Request request)
    {
        Count(request.Mode, -1);
        if (request.KeepsAlive)
        {
            _lastUsed = Host.Time.GetTimestamp();
        }

        if (request.CountsAsLoad)
        {
            Interlocked.Decrement(ref Load);
        }

        if (_state == ActivationState.Active)
        {
            AdmitWaiting();
        }
        else if (_state == ActivationState.Deactivating && !IsRunning)
        {
            _ = DeactivateAsync();
        }
    }

    /// <summary>
    /// Admits what may run now, in the order of arrival. Each gets a turn of its own, so that a long line neither deepens the stack nor
    /// keeps other grains waiting. Overtaking is for readers among readers and for open call chains; else the first blocks the line.
    /// </summary>
    private void AdmitWaiting()
    {
        WorkItem? previous = null;
        var item = _firstWaiting;
        while (item is not null && _state == ActivationState.Active)
        {
            var next = item.Next;
            if (MayRun((Request)item))
            {
                Unlink(previous, item);
                Admit((Request)item);
                Enqueue(item);
            }
            else if (_exclusive > 0 && _extras is not { ReentrantSections.Count: > 0 })
            {
                return;
            }
            else
            {
                previous = item;
            }

            item = next;
        }
    }

    private void Unlink(WorkItem? previous, WorkItem item)
    {
        if (previous is null)
        {
            _firstWaiting = item.Next;
        }
        else
        {
            previous.Next = item.Next;
        }

        if (ReferenceEquals(_lastWaiting, item))
        {
            _lastWaiting = previous;
        }

        item.Next = null;
    }

    private void Count(RunMode mode, int change)
    {
        switch (mode)
        {
            case RunMode.Exclusive:
                _exclusive += change;
                break;
            case RunMode.ReadOnly:
                _readOnly += change;
                break;
            default:
                _interleaving += change;
                break;
        }
    }
}
