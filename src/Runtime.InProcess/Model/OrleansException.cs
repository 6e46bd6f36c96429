namespace Orleans.Runtime;

/// <summary>A failure of the host or of what it stands on, not of the grain's own making.</summary>
public class OrleansException : Exception
{
    public OrleansException()
    {
    }

    public OrleansException(string message) : base(message)
    {
    }

    public OrleansException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
