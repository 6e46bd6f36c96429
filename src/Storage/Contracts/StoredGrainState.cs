namespace XSight.Storage;

public sealed record StoredGrainState(ReadOnlyMemory<byte> Json, string Etag);
