namespace XSight.Api.Demo;

/// <summary>Why the demo's merchant did not get through.</summary>
internal sealed class DemoException(string message) : Exception(message);
