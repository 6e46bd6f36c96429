using XSight.Api.Operations;

namespace XSight.Api.Hosting;

/// <summary>Measures the calls that this process makes to the silos' grains.</summary>
internal sealed class CallMeter(CallWindow calls, TimeProvider time) : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var (type, method) = (context.TargetId.Type.ToString() ?? "", context.MethodName);
        var began = time.GetTimestamp();
        try
        {
            await context.Invoke();
        }
        catch
        {
            calls.Failure(type, method);
            throw;
        }
        finally
        {
            calls.Call(type, method, time.GetElapsedTime(began).TotalSeconds);
        }
    }
}
