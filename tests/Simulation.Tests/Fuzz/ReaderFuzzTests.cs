using XSight.Shopify;
using XSight.Simulation.Tests.Support;

namespace XSight.Simulation.Tests.Fuzz;

/// <summary>XSIGHT_SEED=n repeats a failure; XSIGHT_FUZZ=n reads so many bodies.</summary>
public sealed class ReaderFuzzTests
{
    private const int BodiesByDefault = 100_000;

    [Fact]
    public void A_damaged_body_is_read_or_refused_as_malformed()
    {
        var seed = Seeds.OnlyOrAny;
        var random = new Random(seed);
        var mutator = new Mutator(random);
        var (read, refused) = (0, 0);
        for (var i = 0; i < (Seeds.Number("XSIGHT_FUZZ") ?? BodiesByDefault); i++)
        {
            var topic = WebhookTopics.All[random.Next(WebhookTopics.All.Count)].Name;
            var sound = Fixtures.All[random.Next(Fixtures.All.Count)];
            var body = mutator.Damage(sound);
            try
            {
                WebhookReader.Read(topic, body, random.Next(2) == 0 ? DateTimeOffset.UnixEpoch : null, "USD");
                read++;
            }
            catch (ShopifyException malformed) when (malformed.Kind == ShopifyErrorKind.Malformed)
            {
                refused++;
            }
            catch (Exception other)
            {
                Assert.Fail($"seed {seed}, body {i} of {topic}: {other}\n{Convert.ToBase64String(body)}");
            }
        }

        Assert.True(read > 0 && refused > 0, $"seed {seed}: {read} read and {refused} refused, so that one side was not tried");
    }
}
