using Microsoft.AspNetCore.Http.HttpResults;

namespace XSight.Api.Http;

/// <summary>Errors as problem details (RFC 9457). An invalid input names its <c>field</c>, and where it helps the <c>position</c> and what was <c>expected</c>.</summary>
public static class ApiProblems
{
    public static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    public static ProblemHttpResult NotFound() => Of(StatusCodes.Status404NotFound, "There is nothing here, or it is not yours.");

    public static ProblemHttpResult Invalid(string field, string detail, string? expected = null, string? position = null)
    {
        var facts = new Dictionary<string, object?> { ["field"] = field };
        if (position is not null)
        {
            facts["position"] = position;
        }

        if (expected is not null)
        {
            facts["expected"] = expected;
        }

        return TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "A value is not valid", extensions: facts);
    }
}
