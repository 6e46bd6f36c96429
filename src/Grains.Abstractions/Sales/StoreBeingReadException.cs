namespace XSight.Abstractions;

/// <summary>The store's orders are on their way into memory, which takes longer than anybody should wait; the same question is answered when they are there.</summary>
[GenerateSerializer, Alias("xsight.store-being-read")]
public sealed class StoreBeingReadException() : Exception("The store's orders are being read; ask again in a moment.")
{
    /// <summary>When to ask again.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(5);
}
