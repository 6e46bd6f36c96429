using XSight.Api.Tests.Support;

[assembly: AssemblyFixture(typeof(TwoStores))]

namespace XSight.Api.Tests.Support;

/// <summary>One installation for all tests that only read: two merchants with a synced store each, and one without a store.</summary>
public sealed class TwoStores : IAsyncLifetime
{
    public const string AnaShop = "ana-store";
    public const string BenShop = "ben-store";
    public const string FreeShop = "free-store";
    public const string AnaEmail = "ana@example.com";

    public Installation Installation { get; private set; } = null!;

    public Visitor Ana { get; private set; } = null!;

    public Visitor Ben { get; private set; } = null!;

    public Visitor Cleo { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Installation = await Installation.StartAsync([AnaShop, BenShop, FreeShop]);
        Ana = await Installation.ConnectAsync(AnaEmail, AnaShop);
        Ben = await Installation.ConnectAsync("ben@example.com", BenShop);
        Cleo = await Installation.SignUpAsync("cleo@example.com");
    }

    public async ValueTask DisposeAsync()
    {
        Ana?.Dispose();
        Ben?.Dispose();
        Cleo?.Dispose();
        if (Installation is not null)
        {
            await Installation.DisposeAsync();
        }
    }
}
