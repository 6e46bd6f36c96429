using Orleans.Runtime;

#pragma warning disable CS1591, CA1065, CA1822, CS9113
namespace Orleans.Runtime
{
    public class GrainReference : System.Reflection.DispatchProxy, IAddressable
    {
        public GrainId GrainId => throw new NotSupportedException();
        internal Orleans.InProcess.GrainHost Host => throw new NotSupportedException();
        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException();
    }
}

namespace Orleans.Timers
{
    internal sealed class GrainTimer(Orleans.InProcess.Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) : IGrainTimer
    {
        public void Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();
        public void Dispose() => throw new NotSupportedException();
    }
}

namespace Orleans.InProcess
{
    internal static class RuntimeContext { internal static Activation? Current => null; }

    internal sealed class Activation : IGrainContext
    {
        public GrainReference GrainReference => throw new NotSupportedException();
        public GrainId GrainId => throw new NotSupportedException();
        public object? GrainInstance => throw new NotSupportedException();
        public IServiceProvider ActivationServices => throw new NotSupportedException();
        public Task Deactivated => throw new NotSupportedException();
        internal GrainHost Host => throw new NotSupportedException();
        public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) { }
        public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);
        internal void DelayDeactivation(TimeSpan span) { }
        internal void EnterReentrantSection(Guid id) { }
        internal void LeaveReentrantSection(Guid id) { }
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);
        public override int GetHashCode() => base.GetHashCode();
    }

    internal sealed class ImmutableContracts;

    internal sealed class ReminderService
    {
        internal Task<IGrainReminder> RegisterOrUpdateAsync(GrainId id, string name, TimeSpan due, TimeSpan period) => throw new NotSupportedException();
        internal Task UnregisterAsync(IGrainReminder r) => throw new NotSupportedException();
        internal Task<IGrainReminder?> FindAsync(GrainId id, string name) => throw new NotSupportedException();
        internal Task<List<IGrainReminder>> ListAsync(GrainId id) => throw new NotSupportedException();
    }

    public sealed class GrainHost : IClusterClient
    {
        public IServiceProvider ServiceProvider => throw new NotSupportedException();
        internal ReminderService Reminders => throw new NotSupportedException();
        public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey => throw new NotSupportedException();
        public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();
        public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable => throw new NotSupportedException();
        internal object Reference(Type type, GrainId id) => throw new NotSupportedException();
    }

    public sealed class SimulatedScheduler;
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class InProcessGrainServices
    {
        public static IServiceCollection AddInProcessGrains(this IServiceCollection services, Action<Orleans.InProcess.InProcessGrainOptions> configure) => throw new NotSupportedException();
    }
}
