namespace XSight.Shopify;

/// <summary>What went wrong, as far as it decides what to do.</summary>
public enum ShopifyErrorKind
{
    /// <summary>401: the token is not valid, the merchant must reconnect.</summary>
    Unauthorized,

    /// <summary>402: the store is frozen until its bill is paid.</summary>
    PaymentRequired,

    /// <summary>403: the scope or the approval for protected data is missing.</summary>
    Forbidden,

    /// <summary>404: no such store.</summary>
    NotFound,

    /// <summary>423: the store is locked.</summary>
    Locked,

    /// <summary>Still throttled after every retry.</summary>
    Throttled,

    /// <summary>5xx after every retry.</summary>
    ServerError,

    /// <summary>No answer, or none in time, after every retry.</summary>
    Unreachable,

    /// <summary>GraphQL errors: the query is not what the store accepts.</summary>
    InvalidQuery,

    /// <summary>The query costs more points than the store allows for one, even for the smallest page.</summary>
    TooCostly,

    /// <summary>A search filter was ignored, so that the answer would hold all rows.</summary>
    SearchIgnored,

    /// <summary>An answer, or a line of a result file, that is not what the schema promises; the message names the position.</summary>
    Malformed,

    /// <summary>The address of a bulk result is no longer good.</summary>
    ResultExpired,

    /// <summary>As many bulk operations as allowed are running.</summary>
    BulkInProgress,
}
