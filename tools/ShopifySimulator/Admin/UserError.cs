namespace XSight.ShopifySimulator;

/// <summary>What a mutation refuses, in its payload.</summary>
internal sealed record UserError(IReadOnlyList<string>? Field, string Message, string? Code = null)
{
    private const string Plain = "UserError";

    /// <summary>The plain type has no code; those with a name of their own have one.</summary>
    public static ObjectType<UserError> TypeNamed(string name) =>
        name == Plain ? Fields(name) : Fields(name).Text("code", $"{name}Code", error => error.Code);

    private static ObjectType<UserError> Fields(string name) => new ObjectType<UserError>(name)
        .Scalar("field", "[String!]", (error, writer) =>
        {
            if (error.Field is null)
            {
                writer.WriteNullValue();
                return;
            }

            writer.WriteStartArray();
            foreach (var part in error.Field)
            {
                writer.WriteStringValue(part);
            }

            writer.WriteEndArray();
        })
        .Text("message", "String!", error => error.Message);
}
