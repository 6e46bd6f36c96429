using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>An object type of the schema by name and fields.</summary>
internal abstract class ObjectType(string name, bool isNode)
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal)
    {
        ["__typename"] = new Field("__typename", "String!") { Write = (_, writer) => writer.WriteStringValue(name) },
    };

    public string Name => name;

    /// <summary>Implements <c>Node</c>, as whatever a bulk operation lists must.</summary>
    public bool IsNode => isNode;

    public IEnumerable<Field> Fields => _fields.Values;

    public Field? Find(string field) => _fields.GetValueOrDefault(field);

    protected void Add(Field field) => _fields.Add(field.Name, field);
}

/// <summary>An object type whose sources are of one class.</summary>
internal sealed class ObjectType<T>(string name, bool isNode = false) : ObjectType(name, isNode)
    where T : class
{
    public ObjectType<T> Scalar(string name, string type, Action<T, Utf8JsonWriter> write, string? scope = null)
    {
        Add(new Field(name, type) { Write = (source, writer) => write((T)source, writer), Scope = scope });
        return this;
    }

    public ObjectType<T> Text(string name, string type, Func<T, string?> text) => Scalar(name, type, (source, writer) => writer.WriteStringValue(text(source)));

    public ObjectType<T> Flag(string name, Func<T, bool> flag) => Scalar(name, "Boolean!", (source, writer) => writer.WriteBooleanValue(flag(source)));

    public ObjectType<T> Number(string name, Func<T, int> number) => Scalar(name, "Int!", (source, writer) => writer.WriteNumberValue(number(source)));

    public ObjectType<T> Texts(string name, Func<T, IReadOnlyList<string>> texts) => Scalar(name, "[String!]!", (source, writer) =>
    {
        writer.WriteStartArray();
        foreach (var text in texts(source))
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    });

    public ObjectType<T> Object(string name, string type, ObjectType of, Func<T, object?> resolve) =>
        Object(name, type, of, [], (source, _, _) => resolve(source));

    public ObjectType<T> Object(string name, string type, ObjectType of, IReadOnlyList<Argument> arguments, Func<T, ArgumentValues, QueryContext, object?> resolve, string? scope = null)
    {
        Add(new Field(name, type) { Type = of, Arguments = arguments, Resolve = (source, values, context) => resolve((T)source, values, context), Scope = scope });
        return this;
    }

    public ObjectType<T> Wrapping(string name, string type, ObjectType of, Func<T, object?> resolve)
    {
        Add(new Field(name, type) { Type = of, Resolve = (source, _, _) => resolve((T)source), IsWrapping = true });
        return this;
    }

    public ObjectType<T> List(string name, string type, ObjectType of, Func<T, IEnumerable<object>> resolve, bool isWrapping = false)
    {
        Add(new Field(name, type) { Type = of, ResolveMany = (source, _, _) => resolve((T)source), IsWrapping = isWrapping });
        return this;
    }

    public ObjectType<T> List(string name, string type, ObjectType of, IReadOnlyList<Argument> arguments, Func<T, ArgumentValues, QueryContext, IEnumerable<object>> resolve)
    {
        Add(new Field(name, type) { Type = of, Arguments = arguments, ResolveMany = (source, values, context) => resolve((T)source, values, context) });
        return this;
    }

    public ObjectType<T> Connection(
        string name,
        ObjectType node,
        IReadOnlyList<Argument> arguments,
        Func<T, ArgumentValues, QueryContext, Page> resolve,
        Func<T, ArgumentValues, QueryContext, BulkRows>? bulk = null,
        string? scope = null)
    {
        Add(new Field(name, $"{node.Name}Connection!")
        {
            Type = Page.TypeOf(node),
            NodeType = node,
            Arguments = [.. Page.Arguments, .. arguments],
            Resolve = (source, values, context) => resolve((T)source, values, context),
            Bulk = bulk is null ? null : (source, values, context) => bulk((T)source, values, context),
            Scope = scope,
        });
        return this;
    }
}
