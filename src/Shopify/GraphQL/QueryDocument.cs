namespace XSight.Shopify;

/// <summary>A GraphQL document of ours.</summary>
/// <param name="Name">The file's name, which logs show and by which the throttle remembers its cost.</param>
/// <param name="Text">Complete: with the fragments it uses.</param>
internal sealed record QueryDocument(string Name, string Text);
