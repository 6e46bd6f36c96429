using System.Text;

namespace XSight.Shopify.Tests;

public sealed class PersonalDeliveryTests
{
    private static readonly HashSet<long> Ids = [115310627314723954, 820982911946154508];

    [Theory]
    [InlineData("""{"id":115310627314723954}""")]
    [InlineData("""{"order":{"deep":[820982911946154508]}}""")]
    [InlineData("""{"customerId":"gid://shopify/Customer/115310627314723954"}""")]
    [InlineData("""{"note":"call JOHN@Example.com today"}""")]
    [InlineData("""{"email":"john\u0040example.com"}""")]
    [InlineData("""{"email":"john@example.com" broken""")]
    public void A_number_a_gid_or_a_word_of_the_person_is_found_wherever_it_stands(string body) =>
        Assert.True(PersonalDelivery.Mentions(Encoding.UTF8.GetBytes(body), Ids, ["john@example.com"]));

    [Theory]
    [InlineData("""{"id":1153106273147239541}""")]
    [InlineData("""{"customerId":"gid://shopify/Order/115310627314723954"}""")]
    [InlineData("""{"email":"joan@example.com"}""")]
    [InlineData("")]
    public void Somebody_else_is_left_alone(string body) =>
        Assert.False(PersonalDelivery.Mentions(Encoding.UTF8.GetBytes(body), Ids, ["john@example.com"]));

    [Theory]
    [InlineData("orders/create", """{"id":820982911946154508,"email":"john@example.com"}""")]
    [InlineData("refunds/create", """{"id":1,"order_id":820982911946154508,"note":"john@example.com"}""")]
    [InlineData("orders/edited", """{"order_edit":{"order_id":820982911946154508,"staff_note":"john@example.com"}}""")]
    public void An_order_is_reduced_to_a_pointer_that_makes_us_ask_the_store(string topic, string body)
    {
        var left = PersonalDelivery.Reduce(topic, Encoding.UTF8.GetBytes(body));

        Assert.DoesNotContain("john", Encoding.UTF8.GetString(left!.Value.Body.Span), StringComparison.Ordinal);
        Assert.Equal(new WebhookEffect.RefetchOrder(820982911946154508), WebhookReader.Read(left.Value.Topic, left.Value.Body, null, "USD"));
    }

    [Theory]
    [InlineData("customers/update", """{"id":115310627314723954,"email":"john@example.com"}""")]
    [InlineData("customer.tags_added", """{"customerId":"gid://shopify/Customer/115310627314723954","tags":["john"]}""")]
    public void A_customer_is_reduced_to_a_pointer_that_makes_us_ask_the_store(string topic, string body)
    {
        var left = PersonalDelivery.Reduce(topic, Encoding.UTF8.GetBytes(body));

        Assert.DoesNotContain("john", Encoding.UTF8.GetString(left!.Value.Body.Span), StringComparison.Ordinal);
        Assert.Equal(new WebhookEffect.RefetchCustomer(115310627314723954), WebhookReader.Read(left.Value.Topic, left.Value.Body, null, "USD"));
    }

    [Fact]
    public void What_tells_only_numbers_stays_and_what_cannot_be_read_goes()
    {
        var deletion = "{\"id\":1}"u8.ToArray();
        Assert.Equal("orders/delete", PersonalDelivery.Reduce("orders/delete", deletion)!.Value.Topic);
        Assert.Null(PersonalDelivery.Reduce("orders/create", "john@example.com"u8.ToArray()));
        Assert.Null(PersonalDelivery.Reduce("orders/create", "[]"u8.ToArray()));
        Assert.Null(PersonalDelivery.Reduce("no/such", deletion));
        Assert.Null(PersonalDelivery.Reduce("customers/data_request", deletion));
    }

    [Fact]
    public void The_customer_of_a_delivery_is_the_one_it_is_about()
    {
        Assert.Equal([7], PersonalDelivery.CustomersOf("orders/create", "{\"id\":1,\"customer\":{\"id\":7}}"u8.ToArray()));
        Assert.Equal([1], PersonalDelivery.CustomersOf("customers/update", "{\"id\":1}"u8.ToArray()));
        Assert.Empty(PersonalDelivery.CustomersOf("orders/create", "{\"id\":1,\"customer\":null}"u8.ToArray()));
        Assert.Empty(PersonalDelivery.CustomersOf("orders/create", "{"u8.ToArray()));
    }
}
