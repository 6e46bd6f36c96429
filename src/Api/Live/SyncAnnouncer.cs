namespace XSight.Api.Live;

/// <summary>
/// Turns one tenant's sync progress into events: <c>sync:progress</c> at most twice a second for a run, <c>sync:update</c> whenever the
/// phase changes, and the end always. A message older than one already seen is dropped.
/// </summary>
public sealed class SyncAnnouncer(TimeProvider time, Action<string, SyncProgress> send) : IDisposable
{
    public static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private Followed? _followed;

    /// <summary>The event that a state which may not be left out is announced by.</summary>
    public static string EventOf(SyncPhase phase) => phase switch
    {
        SyncPhase.Completed => LiveEvents.SyncCompleted,
        SyncPhase.Failed => LiveEvents.SyncFailed,
        _ => LiveEvents.SyncUpdate,
    };

    public void Announce(SyncProgress progress)
    {
        lock (_gate)
        {
            if (_followed?.Last.Run != progress.Run)
            {
                Follow(progress);
                return;
            }

            var last = _followed.Last;
            if (progress.Revision <= last.Revision)
            {
                return;
            }

            _followed.Last = progress;
            if (progress.Phase != last.Phase)
            {
                _followed.Thinned.Forget();
                send(EventOf(progress.Phase), progress);
            }
            else
            {
                _followed.Thinned.Offer(progress);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _followed?.Thinned.Dispose();
        }
    }

    /// <summary>A tenant has one run at a time: a new one takes the old one's place, and a straggler of an older one is dropped.</summary>
    private void Follow(SyncProgress first)
    {
        if (_followed is { } old && string.CompareOrdinal(first.Run.Value, old.Last.Run.Value) < 0)
        {
            return;
        }

        _followed?.Thinned.Dispose();
        _followed = new Followed(first, new LatestWins<SyncProgress>(ProgressInterval, time, progress => send(LiveEvents.SyncProgress, progress)));
        send(EventOf(first.Phase), first);
    }

    private sealed class Followed(SyncProgress last, LatestWins<SyncProgress> thinned)
    {
        public SyncProgress Last { get; set; } = last;

        public LatestWins<SyncProgress> Thinned { get; } = thinned;
    }
}
