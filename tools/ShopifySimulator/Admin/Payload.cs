namespace XSight.ShopifySimulator;

/// <summary>The answer of a mutation: what it made, or why not.</summary>
internal sealed record Payload<T>(T? Value, IReadOnlyList<UserError> Errors)
    where T : class
{
    public static ObjectType<Payload<T>> TypeNamed(string name, string field, ObjectType type, string errorName) => new ObjectType<Payload<T>>(name)
        .Object(field, type.Name, type, payload => payload.Value)
        .List("userErrors", $"[{errorName}!]!", UserError.TypeNamed(errorName), payload => payload.Errors);
}
