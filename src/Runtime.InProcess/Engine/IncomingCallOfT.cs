using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.InProcess;

/// <summary>A call on its way through the filters to the grain.</summary>
internal sealed class IncomingCall<TResult>(GrainCall<TResult> call, Activation activation) : IIncomingGrainCallContext
{
    private int _passed;

    public IInvokable Request => call;

    public object Grain => activation.GrainInstance!;

    public GrainId? SourceId => call.Source;

    public GrainId TargetId => activation.GrainId;

    public GrainInterfaceType InterfaceType => call.Method.Interface.Id;

    public string InterfaceName => call.GetInterfaceName();

    public string MethodName => call.GetMethodName();

    public MethodInfo InterfaceMethod => call.GetMethod();

    public MethodInfo ImplementationMethod => activation.Class.ImplementationOf(call.GetMethod());

    public IGrainContext TargetContext => activation;

    public object? Result { get; set; }

    public async Task Invoke()
    {
        var filters = call.Method.Host.Filters;
        var stage = _passed++;
        if (stage < filters.Length)
        {
            await filters[stage].Invoke(this);
        }
        else if (stage == filters.Length && activation.GrainInstance is IIncomingGrainCallFilter own)
        {
            await own.Invoke(this);
        }
        else
        {
            var result = await call.InvokeAsync(activation.GrainInstance!);
            Result = result is Nothing ? null : result;
        }
    }
}
