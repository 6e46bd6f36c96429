using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.Storage;

namespace XSight.Api.Tests.Operations;

public sealed class TraceTests
{
    private static readonly string[] Sources = ["XSight.Api", "XSight.Grains", "XSight.Storage", "Microsoft.Orleans.Application", "Microsoft.AspNetCore"];

    [Fact]
    public async Task The_spans_of_a_webhook_form_one_trace_from_its_post_to_the_commit()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        await using var installation = await Installation.StartAsync(["ana-store"]);
        using var ana = await installation.ConnectAsync("ana@example.com", "ana-store");
        var shopify = new ShopifyWebhooks(ana, "ana-store");

        Assert.Equal(HttpStatusCode.OK, await shopify.DeliverAsync("orders/create", ShopifyWebhooks.Order(99_001, 77_001)));
        var tenant = (await ana.ReadAsync("/api/v1/tenants/me")).GetProperty("id").GetString();
        List<Activity> trace = [];
        await Patience.UntilAsync(() =>
        {
            trace = TraceOf(tenant!);
            return Task.FromResult(trace.Exists(span => span.OperationName == "webhook apply") && trace.Exists(span => span.OperationName == "Microsoft.AspNetCore.Hosting.HttpRequestIn"));
        });

        var post = Single("Microsoft.AspNetCore.Hosting.HttpRequestIn", parent: null);
        var accept = Single("webhook accept", post);
        Single("commit", accept);
        var apply = Single("webhook apply", accept);
        var call = Single("ICustomerGrain/Apply", apply);
        Single("commit", call);

        // The listener hears every installation of the process.
        List<Activity> TraceOf(string store)
        {
            lock (spans)
            {
                var accepted = spans.FirstOrDefault(span => span.OperationName == "webhook accept" && Equals(span.GetTagItem("xsight.tenant"), store));
                return accepted is null ? [] : [.. spans.Where(span => span.TraceId == accepted.TraceId)];
            }
        }

        Activity Single(string name, Activity? parent) => Assert.Single(
            trace, span => span.OperationName == name && (parent is null || span.ParentSpanId == parent.SpanId));
    }

    private static ActivityListener Listen(List<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
