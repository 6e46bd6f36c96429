using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace XSight.Architecture.Tests;

/// <summary>Reads from a compiled assembly which types of others it uses.</summary>
internal static class AssemblyTypes
{
    public static IReadOnlyList<(string Namespace, string Name)> Referenced(string assemblyFile)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assemblyFile));
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences
            .Select(handle => metadata.GetTypeReference(handle))
            .Select(type => (metadata.GetString(type.Namespace), metadata.GetString(type.Name)))];
    }
}
