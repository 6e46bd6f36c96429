namespace XSight.Storage;

/// <param name="Key">Whose turn it is.</param>
/// <param name="Rank">Its place in the batch, from 0: what is read for it names that instead of its key.</param>
internal readonly record struct StagedTurn(CustomerKey Key, int Rank);
