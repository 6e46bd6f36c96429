using XSight.Web.Operations;

namespace XSight.Api.Operations;

/// <summary>What operators are shown, and who they are. The runtime's figures come from its hosting.</summary>
internal static class OperationsServices
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<IOperators, Operators>();
        services.AddSingleton<OperationsReader>();
        services.AddSingleton<DeadLetterDesk>();
        services.AddAuthorizationBuilder().AddPolicy(Operators.Policy, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.Resource is HttpContext http && http.RequestServices.GetRequiredService<IOperators>().Include(context.User)));
    }
}
