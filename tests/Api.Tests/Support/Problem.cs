using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace XSight.Api.Tests.Support;

internal static class Problem
{
    /// <summary>Asserts problem details with this status, and returns them.</summary>
    public static async Task<JsonElement> OfAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.True(answer.StatusCode == status, $"Expected {status}, got {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>Asserts a 400 that names the field.</summary>
    public static async Task<JsonElement> OfFieldAsync(HttpResponseMessage answer, string field)
    {
        var problem = await OfAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal(field, problem.GetProperty("field").GetString());
        return problem;
    }
}
