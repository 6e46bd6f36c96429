using XSight.Grains.Syncing;
using XSight.Shopify;

namespace XSight.Grains.Tests.Syncing;

public class SyncFailureTests
{
    public static TheoryData<ShopifyErrorKind> Kinds => [.. Enum.GetValues<ShopifyErrorKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_failure_says_what_happened_what_is_safe_and_what_to_do(ShopifyErrorKind kind)
    {
        var words = SyncFailure.InWords(new ShopifyException(kind, "line 7, column 3"));

        Assert.StartsWith("Shopify", words, StringComparison.Ordinal);
        Assert.Contains("Everything synced so far is kept.", words, StringComparison.Ordinal);
        Assert.Matches("(Start the sync again|Connect the store again|connect it again|Ask Shopify support|Tell support)", words);
    }

    [Fact]
    public void A_failure_of_ours_does_not_blame_the_store_and_tells_no_detail()
    {
        var words = SyncFailure.InWords(new InvalidOperationException("password=hunter2"));

        Assert.DoesNotContain("Shopify", words, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", words, StringComparison.Ordinal);
    }
}
