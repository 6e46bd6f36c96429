using System.Text.Json;

namespace XSight.Simulation.Tests.Shop;

/// <summary>What <c>/api/v1/analytics/rfm</c> says, as far as the oracle knows better.</summary>
internal static class RfmAnswer
{
    private const string Currency = "USD";

    public static RfmReport Parse(JsonElement json) => new()
    {
        AsOf = default,
        Currency = Currency,
        ChangeSeq = 0,
        Groups = [],
        HighValueCustomers = 0,
        Thresholds = null!,
        Eligible = json.GetProperty("eligible").GetInt32(),
        Prospects = json.GetProperty("prospects").GetInt32(),
        Scores = [.. json.GetProperty("scores").EnumerateArray().Select(s => new RfmTripleCount(
            s.GetProperty("r").GetInt32(),
            s.GetProperty("f").GetInt32(),
            s.GetProperty("m").GetInt32(),
            s.GetProperty("count").GetInt32(),
            CurrencyUnits.ParseMinor(s.GetProperty("revenue").GetString(), Currency)))],
    };
}
