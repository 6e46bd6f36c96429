using XSight.Silo.Hosting;

namespace XSight.Silo.Tests.InProcess;

public class EmbeddedBuildTests
{
    [Fact]
    public async Task A_silo_of_the_embedded_build_does_not_start() => Assert.Equal(2, await SiloHosting.RunAsync([]));
}
