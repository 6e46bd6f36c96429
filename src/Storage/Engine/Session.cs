using System.Data;
using System.Data.Common;

namespace XSight.Storage;

/// <summary>
/// One connection in one pair of hands. Keeps its commands, so that a statement is parsed once in the connection's life; each statement
/// text is given its parameters in one fixed order.
/// </summary>
internal sealed class Session(DbConnection connection) : IAsyncDisposable
{
    private const int CommandsKeptMax = 256;

    private readonly Dictionary<string, DbCommand> _commands = [];
    private DbTransaction? _transaction;

    public DbConnection Connection => connection;

    /// <summary>False after the connection broke: the session is of no more use.</summary>
    public bool Usable => connection.State == ConnectionState.Open;

    public async Task BeginAsync(IsolationLevel isolation, CancellationToken cancellationToken) =>
        _transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction!.CommitAsync(cancellationToken);
        await EndAsync();
    }

    /// <summary>Gives up the transaction, if there is one and the connection still lives.</summary>
    public async Task RollbackAsync()
    {
        if (_transaction is not null && Usable)
        {
            await _transaction.RollbackAsync(CancellationToken.None);
        }

        await EndAsync();
    }

    /// <returns>Rows inserted, updated or deleted.</returns>
    public Task<int> ExecuteAsync(string sql, (string Name, object? Value)[] parameters, CancellationToken cancellationToken) =>
        Prepare(sql, parameters).ExecuteNonQueryAsync(cancellationToken);

    public async Task<List<T>> QueryAsync<T>(
        string sql, (string Name, object? Value)[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await Prepare(sql, parameters).ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <returns>The first row, or the default without one.</returns>
    public async Task<T?> FirstAsync<T>(
        string sql, (string Name, object? Value)[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await Prepare(sql, parameters).ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : default;
    }

    public DbCommand Prepare(string sql, (string Name, object? Value)[] parameters)
    {
        if (_commands.TryGetValue(sql, out var command))
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
            }
        }
        else
        {
            command = Create(sql, parameters);
        }

        command.Transaction = _transaction;
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetCommandsAsync();
        await EndAsync();
        await connection.DisposeAsync();
    }

    private DbCommand Create(string sql, (string Name, object? Value)[] parameters)
    {
        if (_commands.Count >= CommandsKeptMax)
        {
            foreach (var old in _commands.Values)
            {
                old.Dispose();
            }

            _commands.Clear();
        }

        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        _commands.Add(sql, command);
        return command;
    }

    private async Task ForgetCommandsAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        _commands.Clear();
    }

    private async Task EndAsync()
    {
        if (_transaction is { } ended)
        {
            _transaction = null;
            await ended.DisposeAsync();
        }
    }
}
