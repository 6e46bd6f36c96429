namespace XSight.Api.Live;

/// <summary>An event for a group of connections.</summary>
/// <param name="Group">Who gets it.</param>
/// <param name="Name">One of <see cref="LiveEvents"/>.</param>
/// <param name="Payload">What it says.</param>
internal sealed record LiveMessage(string Group, string Name, object Payload);
