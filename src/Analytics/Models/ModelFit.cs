namespace XSight.Analytics.Models;

/// <summary>A model fitted by maximum likelihood.</summary>
/// <param name="Model">The model at the best point found.</param>
/// <param name="LogLikelihood">Of all customers, in the unit of time of the data.</param>
/// <param name="Customers">How many it was fitted to.</param>
/// <param name="Converged">Whether the best of the starts came to rest.</param>
/// <param name="AtBoundary">
/// A parameter runs away: the data know no difference between its values (nobody seems to leave, say). Predictions stand, the parameters
/// mean nothing by themselves.
/// </param>
public sealed record ModelFit<TModel>(TModel Model, double LogLikelihood, int Customers, bool Converged, bool AtBoundary);
