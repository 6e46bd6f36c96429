using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess;

/// <summary>Everything the grains of one process share. Made, and its grain classes checked, when first resolved or started.</summary>
public sealed class GrainHost : IClusterClient, IHostedService, IDisposable
{
    /// <summary>Rounds of deactivation at stopping: a grain that ends may call others and so activate them anew.</summary>
    private const int StopRoundsMax = 4;

    private readonly FrozenDictionary<Type, GrainInterface> _interfaces;
    private readonly FrozenDictionary<GrainType, GrainClass> _classes;
    private readonly ConcurrentDictionary<TimeSpan, ResponseDeadlines> _deadlines = [];
    private readonly InProcessGrainServices _services;
    private IIncomingGrainCallFilter[]? _filters;
    private volatile bool _isStopped;

    internal GrainHost(IServiceProvider provider, InProcessGrainServices services)
    {
        ServiceProvider = provider;
        _services = services;
        Options = services.Options;
        Time = provider.GetRequiredService<TimeProvider>();
        Turns = (ITurnScheduler?)Options.Scheduler ?? new ThreadPoolTurns();
        AnswerOptions = Options.Scheduler is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None;
        Log = provider.GetService<ILoggerFactory>()?.CreateLogger("Orleans.InProcess") ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        Collector = new ActivationCollector(this);

        var implementations = GrainClasses.In(Options.Assemblies);
        _interfaces = implementations.SelectMany(GrainClasses.InterfacesOf).Distinct()
            .ToFrozenDictionary(i => i, i => new GrainInterface(this, i));
        _classes = implementations.Select(NewClass).ToFrozenDictionary(c => c.Type);
        Streams = new StreamHub(this);
        Metrics = new GrainMetrics(this);
        Reminders = new ReminderService(this);
    }

    public IServiceProvider ServiceProvider { get; }

    /// <summary>Activations in memory.</summary>
    public int ActivationCount => Classes.Sum(c => c.Count);

    /// <summary>Activations in memory by grain type, of the types that have one.</summary>
    public IReadOnlyDictionary<string, int> CountActivations() => Classes.Where(c => c.Count > 0).ToDictionary(c => c.TypeName, c => c.Count);

    /// <summary>What waits in the streams, by namespace.</summary>
    public IReadOnlyList<StreamBacklog> MeasureStreams() => [.. Streams.Backlogs()];

    internal InProcessGrainOptions Options { get; }

    internal TimeProvider Time { get; }

    internal ITurnScheduler Turns { get; }

    /// <summary>
    /// Who awaits an answer continues as a turn of its own scheduler and never within the turn that answers; code without one goes to the
    /// thread pool. A simulation has nobody without one, and would not see what runs on the thread pool.
    /// </summary>
    internal TaskCreationOptions AnswerOptions { get; }

    internal ILogger Log { get; }

    /// <summary>Resolved when first needed: a filter may itself want the grain factory.</summary>
    internal IIncomingGrainCallFilter[] Filters => _filters ??= [.. ServiceProvider.GetServices<IIncomingGrainCallFilter>()];

    internal GrainMetrics Metrics { get; }

    internal ActivationCollector Collector { get; }

    internal StreamHub Streams { get; }

    internal ReminderService Reminders { get; }

    internal IEnumerable<GrainClass> Classes => _classes.Values;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        (TGrainInterface)(object)Reference(typeof(TGrainInterface), primaryKey, grainClassNamePrefix);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) =>
        (IGrain)Reference(grainInterfaceType, grainPrimaryKey, classNamePrefix: null);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => (TGrainInterface)(object)Reference(typeof(TGrainInterface), grainId);

    public Task StartAsync(CancellationToken cancellationToken) => Reminders.StartAsync(cancellationToken);

    /// <summary>Ends all activations in good order, then refuses calls.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Reminders.Stop();
        Streams.Clear();
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The host stops.");
        for (var round = 0; round < StopRoundsMax && Classes.SelectMany(c => c.Activations).ToArray() is { Length: > 0 } living; round++)
        {
            foreach (var activation in living)
            {
                activation.Deactivate(reason, cancellationToken);
            }

            await Task.WhenAll(living.Select(a => a.Deactivated)).WaitAsync(cancellationToken);
        }

        _isStopped = true;
    }

    /// <summary>Ends a grain's activation in good order, if it has one, and completes when it is gone.</summary>
    public Task DeactivateAsync(GrainId grain)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.RuntimeRequested, "The host was asked to.");
        var activations = ClassOf(grain.Type).Activations.Where(a => a.GrainId == grain).ToArray();
        foreach (var activation in activations)
        {
            activation.Deactivate(reason);
        }

        return Task.WhenAll(activations.Select(a => a.Deactivated));
    }

    /// <summary>
    /// Drops every activation, call under way, timer and stream item at once, as a crash of the process would; nobody's OnDeactivateAsync
    /// runs. Storage, reminders and subscriptions stay. The host can be used on. For tests.
    /// </summary>
    public void KillActivations()
    {
        KillActivations(_ => true);
        Streams.DropQueues();
        var crash = new OrleansMessageRejectionException("The activations were killed.");
        foreach (var deadlines in _deadlines.Values)
        {
            deadlines.FailAll(crash);
        }
    }

    /// <summary>Drops some activations, as the crash of a silo that holds a part of them would: who waits for one of them waits until its call times out. For tests.</summary>
    public void KillActivations(Func<GrainId, bool> choose)
    {
        foreach (var activation in Classes.SelectMany(c => c.Activations).Where(a => choose(a.GrainId)).ToArray())
        {
            activation.Kill();
        }
    }

    public void Dispose()
    {
        _isStopped = true;
        Collector.Dispose();
        Reminders.Dispose();
        Metrics.Dispose();
        foreach (var deadlines in _deadlines.Values)
        {
            deadlines.Dispose();
        }
    }

    internal GrainReference Reference(Type interfaceType, string key, string? classNamePrefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var grainInterface = InterfaceOf(interfaceType);
        return grainInterface.Reference(grainInterface.ClassOf(classNamePrefix), key);
    }

    internal GrainReference Reference(Type interfaceType, GrainId grain) =>
        InterfaceOf(interfaceType).Reference(ClassOf(grain.Type), grain.Key.ToString());

    internal GrainReference Reference(GrainInterface grainInterface, GrainClass grainClass, string key) => grainInterface.Reference(grainClass, key);

    /// <exception cref="ArgumentException">There is no such class.</exception>
    internal GrainClass ClassOf(GrainType type) =>
        _classes.GetValueOrDefault(type) ?? throw new ArgumentException($"There is no grain class '{type}'.");

    internal void RefuseWhenStopped()
    {
        if (_isStopped)
        {
            throw new OrleansMessageRejectionException("The host has stopped.");
        }
    }

    internal long TimestampAfter(TimeSpan span) => Time.GetTimestamp() + (long)(span.TotalSeconds * Time.TimestampFrequency);

    /// <summary>Null for calls that may wait for ever.</summary>
    internal ResponseDeadlines? DeadlinesOf(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? null : _deadlines.GetOrAdd(timeout, t => new ResponseDeadlines(Time, t));

    internal bool IsSingleton(Type service, object? key) => _services.IsSingleton(service, key);

    internal IGrainStorage StorageOf(string? name) =>
        (name is null ? ServiceProvider.GetService<IGrainStorage>() : ServiceProvider.GetKeyedService<IGrainStorage>(name))
        ?? throw new OrleansException($"There is no grain storage '{name ?? "(default)"}'. Register an IGrainStorage under that key.");

    private GrainInterface InterfaceOf(Type type) =>
        _interfaces.GetValueOrDefault(type) ?? throw new ArgumentException($"No grain class implements {type}. Is its assembly among {nameof(InProcessGrainOptions)}.{nameof(Options.Assemblies)}?");

    private GrainClass NewClass(Type implementation)
    {
        var interfaces = GrainClasses.InterfacesOf(implementation).Select(i => _interfaces[i]).ToList();
        var grainClass = new GrainClass(this, implementation, interfaces);
        interfaces.ForEach(i => i.Classes.Add(grainClass));
        return grainClass;
    }
}
