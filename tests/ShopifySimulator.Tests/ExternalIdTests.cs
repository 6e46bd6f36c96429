namespace XSight.ShopifySimulator.Tests;

public sealed class ExternalIdTests
{
    [Fact]
    public void Numbers_keep_their_order_and_stay_apart()
    {
        string[] texts = ["1", "2", "9", "00", "01", "10", "99", "00001", "00002", "17850", "999999999999"];
        var ids = texts.Select(text => ExternalId.From(text)).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Any_text_gets_a_positive_id_beyond_what_a_double_holds()
    {
        string[] texts = ["C536379", "customer-7", "Ω", "1234567890123", "12 34", "-1", "1.0"];
        Assert.All(texts, text => Assert.InRange(ExternalId.From(text), 1L << 53, 1L << 62));
    }

    [Fact]
    public void An_id_does_not_change_between_runs() => Assert.Equal(946242159749959853, ExternalId.From("M00001"));
}
