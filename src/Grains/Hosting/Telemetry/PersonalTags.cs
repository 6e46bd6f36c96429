using System.Diagnostics;
using OpenTelemetry;

namespace XSight.Grains.Hosting.Telemetry;

/// <summary>Takes out of spans what tells of a person: an account's grain is named by its e-mail address.</summary>
internal sealed class PersonalTags : BaseProcessor<Activity>
{
    private const string Accounts = "user/";
    private static readonly string[] GrainIds = ["rpc.orleans.target_id", "rpc.orleans.source_id"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in GrainIds)
        {
            if (data.GetTagItem(name)?.ToString() is { } id && id.StartsWith(Accounts, StringComparison.Ordinal))
            {
                data.SetTag(name, "user");
            }
        }
    }
}
