using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Serialization;

namespace XSight.Silo.Tests.Contracts;

/// <summary>Every contract goes through Orleans' serializer and comes back whole: a field without an id would be lost between two silos without a word.</summary>
public class ContractSerializationTests
{
    private static readonly Assembly Contracts = typeof(TenantId).Assembly;

    public static TheoryData<string> ContractNames => [.. Contracts.GetTypes()
        .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null && !type.IsAbstract)
        .Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(ContractNames))]
    public void A_contract_keeps_every_field(string contractName)
    {
        var type = Contracts.GetType(contractName, throwOnError: true)!;
        var sample = new ContractSample().Of(type);
        using var services = new ServiceCollection().AddSerializer(builder => builder.AddAssembly(Contracts)).BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer<object>>();

        var copy = serializer.Deserialize(serializer.SerializeToArray(sample));

        Assert.IsType(type, copy);
        Assert.Equal(FieldText.Of(sample), FieldText.Of(copy));
    }
}
