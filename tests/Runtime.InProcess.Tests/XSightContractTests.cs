using Orleans.InProcess;

namespace XSight.Runtime.InProcess.Tests;

public sealed class XSightContractTests
{
    [Theory]
    [InlineData(typeof(ITenantGrain))]
    [InlineData(typeof(IUserGrain))]
    [InlineData(typeof(ICustomerGrain))]
    [InlineData(typeof(IInsightsGrain))]
    [InlineData(typeof(IChurnGrain))]
    [InlineData(typeof(ISyncRunGrain))]
    public void XSights_contracts_are_accepted(Type grainInterface) => Assert.Empty(ImmutableContracts.FaultsOf(grainInterface));
}
