namespace XSight.Conformance.Tests;

/// <summary>Notes calls that carry a trace, may refuse them, and may replace their result.</summary>
public sealed class TracingFilter : IIncomingGrainCallFilter
{
    public const string Trace = "trace";
    public const string Refuse = "refuse";
    public const string Replace = "replace";

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (RequestContext.Get(Trace) is string log)
        {
            var arguments = Enumerable.Range(0, context.Request.GetArgumentCount()).Select(context.Request.GetArgument);
            Signals.Note(log, $"{context.MethodName}({string.Join(",", arguments)}) on {context.TargetId.Key} by {context.InterfaceMethod.DeclaringType!.Name}");
        }

        if (RequestContext.Get(Refuse) is string reason)
        {
            throw new UnauthorizedAccessException(reason);
        }

        await context.Invoke();
        if (RequestContext.Get(Replace) is string result)
        {
            context.Result = result;
        }
    }
}
