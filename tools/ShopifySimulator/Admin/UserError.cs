namespace XSight.ShopifySimulator;

/// <summary>What a mutation refuses, in its payload.</summary>
internal sealed record UserError(IReadOnlyList<string>? Field, string Message, string? Code = null)
{
    public static ObjectType<UserError> TypeNamed(string name) => new ObjectType<UserError>(name)
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
        .Text("message", "String!", error => error.Message)
        .Text("code", $"{name}Code", error => error.Code);
}
