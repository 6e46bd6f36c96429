namespace XSight.Simulation.Tests.Fuzz;

/// <summary>What came back: a status, or null when the connection was closed without a word.</summary>
internal readonly record struct RawAnswer(int? Status, string Text);
