using System.Globalization;
using Orleans.Streams;

namespace Orleans.Providers.Streams.Common;

/// <summary>A counted place: items of one stream have growing numbers, items of one batch growing indexes.</summary>
[GenerateSerializer, Immutable]
public class EventSequenceToken(long sequenceNumber, int eventIndex) : StreamSequenceToken
{
    public EventSequenceToken(long sequenceNumber) : this(sequenceNumber, 0)
    {
    }

    [Id(0)] public override long SequenceNumber { get; protected set; } = sequenceNumber;

    [Id(1)] public override int EventIndex { get; protected set; } = eventIndex;

    public override bool Equals(object? obj) => obj is StreamSequenceToken token && Equals(token);

    public override bool Equals(StreamSequenceToken? other) =>
        other is EventSequenceToken && other.SequenceNumber == SequenceNumber && other.EventIndex == EventIndex;

    public override int CompareTo(StreamSequenceToken? other) => other switch
    {
        null => 1,
        EventSequenceToken => (SequenceNumber, EventIndex).CompareTo((other.SequenceNumber, other.EventIndex)),
        _ => throw new ArgumentOutOfRangeException(nameof(other), other.GetType(), "Tokens of different kinds have no order."),
    };

    public override int GetHashCode() => HashCode.Combine(SequenceNumber, EventIndex);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SequenceNumber}.{EventIndex}");
}
