using XSight.Storage;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>Deliveries whose effect is known to be committed: a read that began later must not bring them again.</summary>
internal sealed class DoneDeliveries
{
    private readonly Dictionary<long, long> _doneAtTurn = [];

    public List<string> Violations { get; } = [];

    public void Add(IReadOnlyList<long> inboxSeqs, long turn)
    {
        foreach (var seq in inboxSeqs)
        {
            _doneAtTurn.TryAdd(seq, turn);
        }
    }

    public void Check(IReadOnlyList<InboxItem> due, long beganAtTurn) => Violations.AddRange(due
        .Where(item => _doneAtTurn.TryGetValue(item.InboxSeq, out var doneAt) && doneAt < beganAtTurn)
        .Select(item => $"delivery {item.InboxSeq} came out of the inbox again after it was done"));
}
