using System.Diagnostics;

namespace Orleans.InProcess;

/// <summary>
/// Calls as spans of the trace they are made in, under the name of Orleans' own source and in its form, <c>Interface/Method</c>. A call
/// outside of any trace begins none.
/// </summary>
internal static class GrainTraces
{
    internal const string SourceName = "Microsoft.Orleans.Application";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The span that a call made now belongs to; null while nobody listens.</summary>
    internal static Activity? Caller => Source.HasListeners() ? Activity.Current : null;

    internal static Activity? Begin(GrainCall call) => call.Caller is { } caller
        ? Source.StartActivity($"{call.GetInterfaceType().Name}/{call.GetMethodName()}", ActivityKind.Server, caller.Context)?.SetTag("rpc.orleans.target_id", call.Target.GrainId.ToString())
        : null;

    internal static void Failed(Activity? span, Exception exception) => span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
}
