using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Api.Tenants;
using XSight.Web.Accounts;

namespace XSight.Api.Rfm;

public static class RfmEndpoints
{
    public const int WeeksMax = 53;
    private const int WeeksDefault = 8;

    public static void MapRfm(this IEndpointRouteBuilder api)
    {
        var rfm = api.MapGroup("/analytics/rfm").WithTags("Analytics");
        rfm.MapGet("", ReportAsync).WithSummary("Scores, groups and thresholds of this moment");
        rfm.MapGet("/matrix", MatrixAsync).WithSummary("The 5 by 5 grid of R and FM");
        rfm.MapGet("/movement", MovementAsync).WithSummary("Moves between groups by week, newest first").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Ok<RfmResponse>> ReportAsync(ClaimsPrincipal user, IGrainFactory grains) =>
        TypedResults.Ok(RfmResponse.Of(await Insights(user, grains).GetRfm()));

    private static async Task<Ok<RfmMatrixResponse>> MatrixAsync(ClaimsPrincipal user, IGrainFactory grains) =>
        TypedResults.Ok(RfmMatrixResponse.Of(await Insights(user, grains).GetRfm()));

    private static async Task<Results<Ok<ListEnvelope<RfmMove>>, ProblemHttpResult>> MovementAsync(
        [Description("1 to 53, 8 by default")] string? weeks,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var count = WeeksDefault;
        if (weeks is not null && (!int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > WeeksMax))
        {
            return ApiProblems.Invalid("weeks", "That is not a valid number of weeks.", string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {WeeksMax}"));
        }

        var currency = await grains.CurrencyOfAsync(user.TenantId());
        var moves = await Insights(user, grains).GetMovement(count);
        return TypedResults.Ok(ListEnvelope.Whole<RfmMove>([.. moves.Select(move => RfmMove.Of(move, currency))]));
    }

    private static IInsightsGrain Insights(ClaimsPrincipal user, IGrainFactory grains) => grains.GetGrain<IInsightsGrain>(user.TenantId().Value);
}
