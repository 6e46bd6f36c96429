namespace XSight.Api.Live;

/// <summary>Why a call of the hub could not be answered.</summary>
public sealed record LiveError(string? Run, string Message);
