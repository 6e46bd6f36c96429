namespace Orleans.InProcess;

/// <summary>How a request shares its activation with others.</summary>
internal enum RunMode : byte
{
    /// <summary>Has not been admitted.</summary>
    Waiting,

    /// <summary>Keeps out all but interleaving requests and its own call chain.</summary>
    Exclusive,

    /// <summary>Shares with other readers.</summary>
    ReadOnly,

    /// <summary>Keeps nobody out.</summary>
    Interleaving,
}
