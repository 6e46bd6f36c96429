namespace Orleans.Runtime;

/// <summary>The activation that enumerated is gone. What was received is right but not whole: begin anew.</summary>
public sealed class EnumerationAbortedException(string message) : Exception(message);
