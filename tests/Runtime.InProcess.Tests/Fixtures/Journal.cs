namespace XSight.Runtime.InProcess.Tests;

/// <summary>What happened, in order, injected into the grains of one test.</summary>
public sealed class Journal
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public void Note(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
