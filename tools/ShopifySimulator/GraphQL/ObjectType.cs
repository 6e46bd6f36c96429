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
