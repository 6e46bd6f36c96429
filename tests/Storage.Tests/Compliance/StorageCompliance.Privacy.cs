using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Redacted_person_is_in_no_column_of_any_table_and_the_sums_stay()
    {
        var shop = NewShop();
        await shop.MergeAsync([Jane.Fact(), Customer(2, 1, "Ann")], [Jane.Bought(10, net: 500), Jane.Bought(11, day: 101), Order(12, 2, day: 101)]);
        await shop.DeriveAsync();
        var sales = await Database.Orders.SalesByDayAsync(shop.Tenant, 0, 999, default);
        var before = (await shop.ReadAsync(Jane.Id)).Metrics;
        Assert.NotEmpty(await Leftovers.FindAsync(fixture.Url, Jane.Words));

        await Database.Privacy.RedactAsync(shop.Tenant, [Jane.Id], default);

        Assert.Empty(await Leftovers.FindAsync(fixture.Url, Jane.Words));
        Assert.Equal(sales, await Database.Orders.SalesByDayAsync(shop.Tenant, 0, 999, default));
        var left = await shop.ReadAsync(Jane.Id);
        Assert.Equal(before, left.Metrics);
        Assert.Equal("NZ", left.Customer.CountryCode);
        Assert.Equal([10L, 11L], left.Orders.Select(o => o.Fact.OrderId).Order());
        Assert.Empty((await Database.Customers.ListAsync(shop.Tenant, new() { Search = "zenobia" }, NoThresholds, default)).Items);
        Assert.Equal("Ann", (await shop.ReadAsync(2)).Customer.FirstName);
    }

    [Fact]
    public async Task Facts_that_come_after_the_redaction_do_not_bring_the_person_back_on_any_road()
    {
        var shop = NewShop();
        await shop.MergeAsync([Jane.Fact()], [Jane.Bought(10)]);
        await Database.Privacy.RedactAsync(shop.Tenant, [Jane.Id], default);

        await shop.MergeAsync([Jane.Fact(version: 9)], [Jane.Bought(10, version: 9, net: 700), Jane.Bought(13, version: 9)]);
        await shop.ApplyAsync(Jane.Id, Jane.Fact(version: 12), Jane.Bought(14, version: 12));
        await shop.DeriveAsync();

        Assert.Empty(await Leftovers.FindAsync(fixture.Url, Jane.Words));
        var left = await shop.ReadAsync(Jane.Id);
        Assert.Equal((3, 2_700L), (left.Metrics.OrdersCount, left.Metrics.TotalSpentMinor));
    }

    [Fact]
    public async Task Person_who_was_never_known_does_not_come_in_after_the_redaction()
    {
        var shop = NewShop();
        await Database.Privacy.RedactAsync(shop.Tenant, [Jane.Id], default);
        await Database.Privacy.RedactAsync(shop.Tenant, [Jane.Id], default);

        await shop.MergeAsync([Jane.Fact()], [Jane.Bought(10)]);

        Assert.Empty(await Leftovers.FindAsync(fixture.Url, Jane.Words));
        Assert.Equal([Jane.Id], await Database.Privacy.FindRedactedAsync(shop.Tenant, [Jane.Id, 2], default));
        Assert.Empty(await Database.Privacy.FindRedactedAsync(NewShop().Tenant, [Jane.Id], default));
    }

    [Fact]
    public async Task Whoever_was_merged_into_a_redacted_person_goes_too()
    {
        var shop = NewShop();
        await shop.MergeAsync([Jane.Fact(), Jane.Fact(id: 9)], [Jane.Bought(10, customer: 9)]);
        await shop.Facts.MergeCustomersAsync(shop.Tenant, Jane.Id, 9, At(2), [], default);

        Assert.Equal([9, Jane.Id], (await Database.Privacy.TraceAsync(shop.Tenant, [Jane.Id], default)).Select(t => t.CustomerId).Order());
        await Database.Privacy.RedactAsync(shop.Tenant, [Jane.Id], default);

        Assert.Empty(await Leftovers.FindAsync(fixture.Url, Jane.Words));
    }

    [Fact]
    public async Task Person_is_found_by_the_whole_address_in_any_case_and_by_the_digits_of_the_phone()
    {
        var shop = NewShop();
        await shop.MergeAsync([Jane.Fact(), Customer(2, 1, "Ann", email: "nobia.quackenbush@leftover.example")], []);

        Assert.Equal([Jane.Id], await Database.Privacy.FindByAddressAsync(shop.Tenant, Jane.Email.ToUpperInvariant(), null, default));
        Assert.Equal([Jane.Id], await Database.Privacy.FindByAddressAsync(shop.Tenant, null, "1 555 0123998", default));
        Assert.Equal([2, Jane.Id], (await Database.Privacy.FindByAddressAsync(shop.Tenant, "nobia.quackenbush@leftover.example", Jane.Phone, default)).Order());
        Assert.Empty(await Database.Privacy.FindByAddressAsync(shop.Tenant, "", "no digits", default));
        Assert.Empty(await Database.Privacy.FindByAddressAsync(shop.Tenant, "%", "0123998", default));
        Assert.Empty(await Database.Privacy.FindByAddressAsync(NewShop().Tenant, Jane.Email, Jane.Phone, default));
        await shop.MergeAsync(Jane.Bought(10));
        Assert.Equal([Jane.Id], await Database.Privacy.FindByOrdersAsync(shop.Tenant, [10, 99], default));
        await Database.Privacy.RedactAsync(shop.Tenant, [Jane.Id], default);
        await Database.Privacy.RedactAsync(shop.Tenant, [2], default);
    }

    [Fact]
    public async Task Deliveries_with_bodies_are_read_and_replaced_whether_they_wait_or_are_dead()
    {
        var shop = NewShop();
        var waiting = (await Database.Inbox.AppendAsync(Delivery(shop, "waiting") with { Body = Jane.Body(1) }, default))!.Value;
        var dead = (await Database.Inbox.AppendAsync(Delivery(shop, "dead") with { Body = Jane.Body(2) }, default))!.Value;
        var done = (await Database.Inbox.AppendAsync(Delivery(shop, "done") with { Body = Jane.Body(3) }, default))!.Value;
        await Database.Inbox.BuryAsync(shop.Tenant, dead, "It says Zenobia.", default);
        await Database.Inbox.CompleteAsync(shop.Tenant, [done], default);

        Assert.Equal([waiting, dead], (await Database.Privacy.ReadDeliveriesAsync(shop.Tenant, 0, default)).Select(d => d.InboxSeq));
        Assert.Equal([dead], (await Database.Privacy.ReadDeliveriesAsync(shop.Tenant, waiting, default)).Select(d => d.InboxSeq));
        foreach (var seq in (long[])[waiting, dead, done])
        {
            await Database.Privacy.ReplaceDeliveryAsync(shop.Tenant, seq, "orders/edited", "{}"u8.ToArray(), default);
        }

        Assert.Equal("orders/edited", Assert.Single(await DueAsync(shop)).Delivery.Topic);
        Assert.Equal("orders/edited", (await Database.Inbox.FindDeadAsync(dead, default))!.Item.Delivery.Topic);
        Assert.Empty(await Leftovers.FindAsync(fixture.Url, Jane.Words));
    }

    [Fact]
    public async Task Requests_and_the_audit_are_kept_once_and_listed_newest_first()
    {
        var (shop, other) = (NewShop(), NewShop());
        var request = new PrivacyRequest(7, 9_999, At(1), [Jane.Id], [10, 11]);
        await Database.Privacy.AddRequestAsync(shop.Tenant, request, default);
        await Database.Privacy.AddRequestAsync(shop.Tenant, request with { StoreRequestId = 1 }, default);
        await Database.Privacy.AddRequestAsync(shop.Tenant, new PrivacyRequest(8, null, At(2), [], []), default);

        var listed = await Database.Privacy.ListRequestsAsync(shop.Tenant, default);
        Assert.Equal([8L, 7L], listed.Select(r => r.RequestId));
        Assert.Equal((9_999L, At(1)), (listed[1].StoreRequestId, listed[1].RequestedAt));
        Assert.Equal(request.OrderIds, (await Database.Privacy.FindRequestAsync(shop.Tenant, 7, default))!.OrderIds);
        Assert.Null(await Database.Privacy.FindRequestAsync(other.Tenant, 7, default));

        await Database.Audit.RecordAsync(Entry(shop, "delivery 1", AuditActions.DataRequest, ended: true), default);
        await Database.Audit.RecordAsync(Entry(shop, "delivery 1", AuditActions.DataRequest, ended: true), default);
        await Database.Audit.RecordAsync(Entry(shop, "delivery 2", AuditActions.ShopRedacted, ended: false), default);
        var entries = await Database.Audit.ListAsync(shop.Tenant, null, 10, default);
        Assert.Equal([AuditActions.ShopRedacted, AuditActions.DataRequest], entries.Select(e => e.Action));
        Assert.Equal([entries[1]], await Database.Audit.ListAsync(shop.Tenant, entries[0].Seq, 10, default));
        Assert.Empty(await Database.Audit.ListAsync(other.Tenant, null, 10, default));

        Assert.Equal([entries[0]], (await Database.Audit.ListUnderWayAsync(default)).Where(e => e.Tenant == shop.Tenant));
        await Database.Audit.EndAsync(entries[0].Seq, "Done.", At(5), default);
        Assert.DoesNotContain(await Database.Audit.ListUnderWayAsync(default), e => e.Tenant == shop.Tenant);
        Assert.DoesNotContain(await Database.Audit.ListToPurgeAsync(At(4), default), e => e.Tenant == shop.Tenant);
        Assert.Equal([entries[0].Seq], (await Database.Audit.ListToPurgeAsync(At(5), default)).Where(e => e.Tenant == shop.Tenant).Select(e => e.Seq));
        await Database.Audit.PurgedAsync([entries[0].Seq], default);
        Assert.DoesNotContain(await Database.Audit.ListToPurgeAsync(At(9), default), e => e.Tenant == shop.Tenant);
        Assert.NotNull((await Database.Audit.ListAsync(shop.Tenant, null, 10, default))[0].PurgedAt);
    }

    [Fact]
    public async Task Shop_that_removed_the_app_stays_its_tenants()
    {
        var (tenant, shop) = (TenantId.New(), NewDomain());
        Assert.Null(await Database.Tenants.FindBindingAsync(shop, default));
        await Database.Tenants.BindShopAsync(tenant, shop, default);
        Assert.Equal(new ShopBinding(tenant, true), await Database.Tenants.FindBindingAsync(shop, default));

        await Database.Tenants.SetConnectedAsync(tenant, false, default);

        Assert.Equal(new ShopBinding(tenant, false), await Database.Tenants.FindBindingAsync(shop, default));
        Assert.False(await Database.Tenants.BindShopAsync(TenantId.New(), shop, default));
        await Database.Tenants.SetConnectedAsync(tenant, true, default);
        Assert.Equal(new ShopBinding(tenant, true), await Database.Tenants.FindBindingAsync(shop, default));
    }

    [Fact]
    public async Task Of_an_erased_tenant_only_the_erasure_itself_is_left_in_the_database()
    {
        var shop = NewShop();
        await shop.MergeAsync([Jane.Fact()], [Jane.Bought(10)]);
        await shop.DeriveAsync();
        await Database.Groups.WriteAsync(shop.Tenant, [new(Jane.Id, "new", null, At(1))], [new(70, "new", "loyal", 1, 1)], default);
        await Database.SyncRuns.SaveAsync(Run(shop, 1), default);
        await Database.Tenants.BindShopAsync(shop.Tenant, NewDomain(), default);
        await Database.Inbox.AppendAsync(Delivery(shop, "waiting") with { Body = Jane.Body(1) }, default);
        await shop.Facts.MergeCustomersAsync(shop.Tenant, Jane.Id, 4, At(1), [], default);
        await Database.Privacy.RedactAsync(shop.Tenant, [5], default);
        await Database.Privacy.AddRequestAsync(shop.Tenant, new PrivacyRequest(7, null, At(1), [Jane.Id], []), default);
        await Database.GrainStates.WriteAsync("tenant", $"tenant/{shop.Tenant}", "{}"u8.ToArray(), null, default);
        await Database.GrainStates.WriteAsync("sync-run", $"sync-run/{shop.Tenant}/run-1", "{}"u8.ToArray(), null, default);
        await Database.Reminders.UpsertAsync(new StoredReminder($"tenant/{shop.Tenant}", "webhooks", At(1), TimeSpan.FromDays(1), ""), default);
        await Database.Audit.RecordAsync(Entry(shop, "delivery 1", AuditActions.DataRequest, ended: true), default);
        await Database.Audit.RecordAsync(Entry(shop, "delivery 2", AuditActions.ShopRedacted, ended: true), default);

        await shop.Facts.EraseTenantAsync(shop.Tenant, default);

        Assert.Empty(await Leftovers.FindAsync(fixture.Url, Jane.Words));
        Assert.Equal(["audit.tenant"], await Leftovers.FindAsync(fixture.Url, shop.Tenant.Value));
        Assert.Equal(AuditActions.ShopRedacted, Assert.Single(await Database.Audit.ListAsync(shop.Tenant, null, 10, default)).Action);
    }

    [Fact]
    public async Task Purge_leaves_the_database_in_use_and_what_it_holds()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(1, 1, "Ann")], [Order(10, 1)]);
        var writes = Enumerable.Range(0, 50).Select(i => Task.Run(() => shop.MergeAsync(Order(100 + i, 1)))).ToList();

        await Database.Privacy.PurgeAsync(default);

        await Task.WhenAll(writes);
        Assert.Equal(51, (await shop.ReadAsync(1)).Orders.Count);
    }

    private static AuditEntry Entry(Shop shop, string source, string action, bool ended) =>
        new(0, shop.Tenant, source, action, At(1), $"customer {Jane.Id}", "Something was done.", ended ? At(2) : null, null, null);
}
