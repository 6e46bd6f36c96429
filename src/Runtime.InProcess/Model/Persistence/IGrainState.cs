namespace Orleans;

/// <summary>What passes between a grain's state and its storage. The storage sets all three.</summary>
public interface IGrainState<T>
{
    T? State { get; set; }

    string? ETag { get; set; }

    bool RecordExists { get; set; }
}
