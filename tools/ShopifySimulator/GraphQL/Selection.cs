using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>What a query asks of an object: fields by response key, fragments already merged in.</summary>
internal sealed record Selection(ObjectType Type, IReadOnlyList<PlannedField> Fields);

/// <summary>One field to answer.</summary>
internal sealed record PlannedField(string Key, JsonEncodedText EncodedKey, Field Field, ArgumentValues Arguments, Selection? Children);
