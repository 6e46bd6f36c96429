namespace XSight.ShopifySimulator;

/// <summary>One bulk operation: its state as the schema tells it. All members may be used from any thread.</summary>
internal sealed class BulkOperation(long id, string query, long createdAt) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancel = new();
    private long _objects;
    private long _roots;
    private string _status = "CREATED";
    private BulkFile? _file;
    private string? _fileUrl;

    public long Id => id;

    public string Gid => ShopifySimulator.Gid.Of("BulkOperation", id);

    public string Query => query;

    public long CreatedAt => createdAt;

    public long? CompletedAt { get; private set; }

    public string? ErrorCode { get; private set; }

    public long ObjectCount => Interlocked.Read(ref _objects);

    public long RootObjectCount => Interlocked.Read(ref _roots);

    public CancellationToken Cancelled => _cancel.Token;

    public string Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    public bool IsOpen => Status is "CREATED" or "RUNNING" or "CANCELING";

    public BulkFile? File
    {
        get
        {
            lock (_lock)
            {
                return _file;
            }
        }
    }

    public long? FileSize => Status == "COMPLETED" ? File?.Length : null;

    /// <summary>Null while it runs, and when there was nothing to write.</summary>
    public string? Url => Status == "COMPLETED" && ObjectCount > 0 ? _fileUrl : null;

    public string? PartialDataUrl => Status is "FAILED" or "CANCELED" && ObjectCount > 0 ? _fileUrl : null;

    public void Count(long objects, long roots)
    {
        Interlocked.Add(ref _objects, objects);
        Interlocked.Add(ref _roots, roots);
    }

    public void Run()
    {
        lock (_lock)
        {
            _status = _status == "CREATED" ? "RUNNING" : _status;
        }
    }

    /// <summary>False when it is over already.</summary>
    public bool TryCancel()
    {
        lock (_lock)
        {
            if (_status is not ("CREATED" or "RUNNING"))
            {
                return false;
            }

            _status = "CANCELING";
        }

        _cancel.Cancel();
        return true;
    }

    public void End(string status, string? errorCode, long at, BulkFile? file, string? fileUrl)
    {
        lock (_lock)
        {
            _file = file;
            _fileUrl = fileUrl;
            CompletedAt = at;
            ErrorCode = errorCode;
            _status = status;
        }
    }

    public void Dispose()
    {
        _cancel.Dispose();
        File?.Dispose();
    }
}
