using System.Reflection;

namespace XSight.Runtime.InProcess.Tests;

/// <summary>An assembly of chosen types, so that a test hosts only its own grains.</summary>
internal sealed class GrainTypes(params Type[] types) : Assembly
{
    public override Type[] GetTypes() => types;
}
