using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>All streams of the host.</summary>
internal sealed class StreamHub(GrainHost host)
{
    private readonly ConcurrentDictionary<QualifiedStreamId, StreamTopic> _topics = [];

    internal GrainHost Host => host;

    internal StreamProvider Provider(string name) => new(this, name);

    internal StreamTopic Topic(QualifiedStreamId id) => _topics.GetOrAdd(id, i => new StreamTopic(host, i));

    /// <summary>By namespace, over all streams that anybody used.</summary>
    internal IEnumerable<StreamBacklog> Backlogs() => _topics.Values
        .Select(topic => topic.Backlog())
        .GroupBy(one => one.Namespace)
        .Select(all => new StreamBacklog(all.Key, all.Sum(one => one.Items), all.Max(one => one.Lag)));

    /// <summary>Items that were not delivered yet are lost, as after a crash.</summary>
    internal void DropQueues()
    {
        foreach (var topic in _topics.Values)
        {
            topic.DropQueues();
        }
    }

    internal void Clear()
    {
        DropQueues();
        _topics.Clear();
    }
}
