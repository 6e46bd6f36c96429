namespace XSight.Grains.Tenancy;

/// <summary>What the merchant chooses for the whole store.</summary>
public sealed partial class TenantGrain
{
    public async Task SetRevenueRefunds(RefundDating dating)
    {
        RequireExisting();
        if (!Enum.IsDefined(dating))
        {
            throw new ArgumentOutOfRangeException(nameof(dating), dating, "There is no such way to date refunds.");
        }

        state.State.RevenueRefunds = dating;
        await Write();
    }
}
