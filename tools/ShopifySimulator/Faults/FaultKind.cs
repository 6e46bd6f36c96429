namespace XSight.ShopifySimulator;

/// <summary>What can be made to go wrong.</summary>
public enum FaultKind
{
    /// <summary>An answer with a status: 401, 402, 403, 423, 429, 500, 502, 504.</summary>
    Status,

    /// <summary>No answer, until the caller goes away.</summary>
    Hang,

    /// <summary>200 and nothing.</summary>
    EmptyBody,

    /// <summary>200 and a page for people.</summary>
    Html,

    /// <summary>GraphQL answers that the bucket is empty.</summary>
    Throttled,

    /// <summary>A bulk file ends after so many bytes, in the middle of a line.</summary>
    TruncatedFile,

    /// <summary>The address of a bulk file is no longer good.</summary>
    ExpiredUrl,

    /// <summary>A bulk operation fails after so many objects.</summary>
    BulkFailed,

    /// <summary>A search is answered with a warning, as if its field did not exist.</summary>
    SearchWarning,

    /// <summary>A webhook is lost on its way: it is never delivered, and nobody tries again.</summary>
    LostWebhook,
}
