namespace XSight.Web.Operations;

/// <summary>What the grains' runtime tells of itself; each runtime has its own way of knowing.</summary>
public interface IRuntimeFigures
{
    Task<RuntimeFigures> ReadAsync(CancellationToken cancellationToken);
}
