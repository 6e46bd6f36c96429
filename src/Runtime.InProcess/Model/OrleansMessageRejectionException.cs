namespace Orleans.Runtime;

/// <summary>The call was not carried out because the host is stopping or its activations were killed.</summary>
public class OrleansMessageRejectionException(string message) : OrleansException(message);
