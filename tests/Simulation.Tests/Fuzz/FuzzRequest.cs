namespace XSight.Simulation.Tests.Fuzz;

/// <summary>A request as bytes.</summary>
/// <param name="Bytes">Head and body.</param>
/// <param name="BreaksFraming">Its head or its length is a lie: the server may close without an answer.</param>
/// <param name="Accepted">What must come of it; null when nothing may.</param>
internal sealed record FuzzRequest(byte[] Bytes, bool BreaksFraming, SignedBody? Accepted);
