using System.Text;
using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Appended_delivery_is_due_and_reads_back_whole()
    {
        var shop = NewShop();
        var delivery = Delivery(shop, "a") with { Body = new byte[] { 0, 255, 123, 0 } };
        var bare = Delivery(shop, "b", version: 2) with { TriggeredAt = null, Body = default };

        var (first, second) = (await Database.Inbox.AppendAsync(delivery, default), await Database.Inbox.AppendAsync(bare, default));

        var due = await DueAsync(shop);
        Assert.Equal([first!.Value, second!.Value], due.Select(d => d.InboxSeq));
        Assert.Equal(delivery with { Body = default }, due[0].Delivery with { Body = default });
        Assert.Equal(delivery.Body.ToArray(), due[0].Delivery.Body.ToArray());
        Assert.Equal(bare, due[1].Delivery with { Body = default });
        Assert.True(due[1].Delivery.Body.IsEmpty);
        Assert.Equal([0, 0], due.Select(d => d.Attempts));
    }

    [Fact]
    public async Task Delivery_of_the_same_webhook_is_known_while_it_waits_and_after_it_is_done()
    {
        var shop = NewShop();
        var seq = await AppendAsync(shop, "a");

        Assert.Null(await Database.Inbox.AppendAsync(Delivery(shop, "a", version: 9), default));
        await Database.Inbox.CompleteAsync(shop.Tenant, [seq], default);
        Assert.Null(await Database.Inbox.AppendAsync(Delivery(shop, "a"), default));
        Assert.Empty(await DueAsync(shop));
        Assert.NotNull(await Database.Inbox.AppendAsync(Delivery(NewShop(), "a"), default));
    }

    [Fact]
    public async Task Of_concurrent_deliveries_of_the_same_webhook_exactly_one_wins()
    {
        var shop = NewShop();
        await using var other = await fixture.OpenAsync(fixture.Url);
        IInboxStore[] doors = [Database.Inbox, other.Inbox];

        var seqs = await Task.WhenAll(
            from id in Enumerable.Range(0, 100)
            from time in Enumerable.Range(0, 6)
            select Task.Run(async () => (Id: id, Seq: await doors[(id + time) % 2].AppendAsync(Delivery(shop, $"w{id}"), default))));

        Assert.All(seqs.GroupBy(s => s.Id), same => Assert.Single(same, s => s.Seq is not null));
        var due = await DueAsync(shop);
        Assert.Equal(100, due.Count);
        Assert.All(due, item => Assert.Contains(seqs, s => s.Seq == item.InboxSeq && $"w{s.Id}" == item.Delivery.WebhookId));
    }

    [Fact]
    public async Task Acknowledged_deliveries_are_there_when_the_database_is_opened_again()
    {
        await Database.PingAsync(default);
        var url = await fixture.NewUrlAsync();
        var tenant = TenantId.New();
        await using (var first = await fixture.OpenAsync(url))
        {
            var shop = new Shop(first, tenant);
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => first.Inbox.AppendAsync(Delivery(shop, $"w{i}"), default)));
        }

        await using var second = await fixture.OpenAsync(url);

        Assert.Equal(50, (await second.Inbox.ReadDueAsync(tenant, At(1_000), 100, [], default)).Count);
    }

    [Fact]
    public async Task Due_deliveries_come_oldest_first_up_to_the_limit_and_none_before_its_time()
    {
        var shop = NewShop();
        foreach (var version in (int[])[3, 1, 4, 2])
        {
            await AppendAsync(shop, $"w{version}", version);
        }

        Assert.Equal(["w1", "w2", "w3"], (await Database.Inbox.ReadDueAsync(shop.Tenant, At(3), 9, [], default)).Select(d => d.Delivery.WebhookId));
        Assert.Equal(["w1", "w2"], (await Database.Inbox.ReadDueAsync(shop.Tenant, At(3), 2, [], default)).Select(d => d.Delivery.WebhookId));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Database.Inbox.ReadDueAsync(shop.Tenant, At(3), 0, [], default));
    }

    [Fact]
    public async Task Delivery_without_a_body_is_one_with_an_empty_body()
    {
        var shop = NewShop();
        await Database.Inbox.AppendAsync(Delivery(shop, "a") with { Body = ReadOnlyMemory<byte>.Empty }, default);

        Assert.Empty(Assert.Single(await DueAsync(shop)).Delivery.Body.ToArray());
    }

    [Fact]
    public async Task Deliveries_under_way_are_not_read_again_and_take_no_place_of_others()
    {
        var shop = NewShop();
        var first = await AppendAsync(shop, "a", 1);
        await AppendAsync(shop, "b", 2);
        var third = await AppendAsync(shop, "c", 3);
        await AppendAsync(shop, "d", 4);

        var next = await Database.Inbox.ReadDueAsync(shop.Tenant, At(9), 2, [first, third], default);

        Assert.Equal(["b", "d"], next.Select(d => d.Delivery.WebhookId));
    }

    [Fact]
    public async Task Failed_delivery_waits_for_its_next_attempt()
    {
        var shop = NewShop();
        var seq = await AppendAsync(shop, "a");

        await Database.Inbox.RetryAsync(shop.Tenant, seq, 3, At(50), "The store does not answer.", default);

        Assert.Empty(await Database.Inbox.ReadDueAsync(shop.Tenant, At(49), 9, [], default));
        Assert.Equal((seq, 3), (await Database.Inbox.ReadDueAsync(shop.Tenant, At(50), 9, [], default)).Select(d => (d.InboxSeq, d.Attempts)).Single());
    }

    [Fact]
    public async Task Dead_letter_blocks_nobody_and_shows_why()
    {
        var shop = NewShop();
        var (first, second) = (await AppendAsync(shop, "a"), await AppendAsync(shop, "b"));
        await Database.Inbox.RetryAsync(shop.Tenant, first, 4, At(1), "Once more.", default);

        await Database.Inbox.BuryAsync(shop.Tenant, first, "This is no JSON.", default);

        Assert.Equal([second], (await DueAsync(shop)).Select(d => d.InboxSeq));
        var listed = (await Database.Inbox.ListDeadAsync(null, 1_000, default)).Single(d => d.Item.InboxSeq == first);
        Assert.Equal(("This is no JSON.", fixture.Time.GetUtcNow(), 5), (listed.Error, listed.BuriedAt, listed.Item.Attempts));
        Assert.True(listed.Item.Delivery.Body.IsEmpty);
        Assert.Equal(shop.Tenant, listed.Item.Delivery.Tenant);
        var found = await Database.Inbox.FindDeadAsync(first, default);
        Assert.Equal("body of a", Encoding.UTF8.GetString(found!.Item.Delivery.Body.Span));
        Assert.Null(await Database.Inbox.FindDeadAsync(second, default));
    }

    [Fact]
    public async Task Dead_letters_are_paged_newest_first()
    {
        var shop = NewShop();
        var seqs = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            seqs.Add(await AppendAsync(shop, $"w{i}"));
            await Database.Inbox.BuryAsync(shop.Tenant, seqs[i], "It failed.", default);
        }

        var page = await Database.Inbox.ListDeadAsync(seqs[4] + 1, 2, default);
        var next = await Database.Inbox.ListDeadAsync(page[^1].Item.InboxSeq, 3, default);

        Assert.Equal([seqs[4], seqs[3], seqs[2], seqs[1], seqs[0]], page.Concat(next).Select(d => d.Item.InboxSeq));
    }

    [Fact]
    public async Task Replayed_letter_is_due_again_with_its_body_and_no_failures()
    {
        var shop = NewShop();
        var seq = await AppendAsync(shop, "a");
        Assert.Null(await Database.Inbox.ReplayAsync(seq, default));
        await Database.Inbox.BuryAsync(shop.Tenant, seq, "It failed.", default);

        Assert.Equal(shop.Tenant, await Database.Inbox.ReplayAsync(seq, default));

        Assert.Null(await Database.Inbox.ReplayAsync(seq, default));
        Assert.Null(await Database.Inbox.FindDeadAsync(seq, default));
        var item = Assert.Single(await Database.Inbox.ReadDueAsync(shop.Tenant, fixture.Time.GetUtcNow(), 9, [], default));
        Assert.Equal((seq, 0, "body of a"), (item.InboxSeq, item.Attempts, Encoding.UTF8.GetString(item.Delivery.Body.Span)));
    }

    [Fact]
    public async Task Discarded_letter_is_gone_and_its_webhook_still_known()
    {
        var shop = NewShop();
        var seq = await AppendAsync(shop, "a");
        Assert.False(await Database.Inbox.DiscardAsync(seq, default));
        await Database.Inbox.BuryAsync(shop.Tenant, seq, "It failed.", default);

        Assert.True(await Database.Inbox.DiscardAsync(seq, default));

        Assert.False(await Database.Inbox.DiscardAsync(seq, default));
        Assert.Null(await Database.Inbox.FindDeadAsync(seq, default));
        Assert.Null(await Database.Inbox.ReplayAsync(seq, default));
        Assert.Empty(await DueAsync(shop));
        Assert.Null(await Database.Inbox.AppendAsync(Delivery(shop, "a"), default));
    }

    [Fact]
    public async Task Late_word_of_a_finished_delivery_does_not_revive_it()
    {
        var (shop, other) = (NewShop(), NewShop());
        var (done, waiting) = (await AppendAsync(shop, "a"), await AppendAsync(shop, "b"));
        await Database.Inbox.CompleteAsync(shop.Tenant, [done], default);

        await Database.Inbox.RetryAsync(shop.Tenant, done, 1, At(1), "Late.", default);
        await Database.Inbox.BuryAsync(shop.Tenant, done, "Late.", default);
        await Database.Inbox.CompleteAsync(other.Tenant, [waiting], default);
        await Database.Inbox.BuryAsync(other.Tenant, waiting, "Not theirs.", default);

        Assert.Equal([waiting], (await DueAsync(shop)).Select(d => d.InboxSeq));
        Assert.Null(await Database.Inbox.FindDeadAsync(done, default));
        Assert.Null(await Database.Inbox.FindDeadAsync(waiting, default));
    }

    [Fact]
    public async Task Tenants_with_something_due_are_listed_once()
    {
        var (busy, later, idle) = (NewShop(), NewShop(), NewShop());
        await AppendAsync(busy, "a");
        await AppendAsync(busy, "b", version: 2);
        await Database.Inbox.RetryAsync(later.Tenant, await AppendAsync(later, "a"), 1, At(900), "Later.", default);
        await Database.Inbox.CompleteAsync(idle.Tenant, [await AppendAsync(idle, "a")], default);
        TenantId[] mine = [busy.Tenant, later.Tenant, idle.Tenant];

        Assert.Equal([busy.Tenant], (await Database.Inbox.ListWaitingTenantsAsync(At(899), default)).Intersect(mine));
        var all = await Database.Inbox.ListWaitingTenantsAsync(At(900), default);
        Assert.Equal(all.Distinct(), all);
        Assert.Equal([.. mine[..2].Order(TenantOrder)], all.Intersect(mine).Order(TenantOrder));
    }

    [Fact]
    public async Task Depth_counts_what_waits_and_what_is_dead_and_knows_the_oldest()
    {
        await Database.PingAsync(default);
        await using var database = await fixture.OpenAsync(await fixture.NewUrlAsync());
        Assert.Equal(new InboxDepth(0, 0, null), await database.Inbox.MeasureAsync(default));
        Assert.Empty(await database.Inbox.ListWaitingTenantsAsync(At(900), default));

        var shop = new Shop(database, TenantId.New());
        var seqs = new List<long>();
        for (var version = 1; version <= 4; version++)
        {
            seqs.Add((await database.Inbox.AppendAsync(Delivery(shop, $"w{version}", version), default))!.Value);
        }

        await database.Inbox.BuryAsync(shop.Tenant, seqs[0], "It failed.", default);
        await database.Inbox.RetryAsync(shop.Tenant, seqs[1], 1, At(500), "Later.", default);
        await database.Inbox.CompleteAsync(shop.Tenant, [seqs[2]], default);

        Assert.Equal(new InboxDepth(2, 1, At(2)), await database.Inbox.MeasureAsync(default));
    }

    [Fact]
    public async Task Ids_of_done_deliveries_are_forgotten_after_a_day_at_the_earliest()
    {
        await Database.PingAsync(default);
        await using var database = await fixture.OpenAsync(await fixture.NewUrlAsync());
        var shop = new Shop(database, TenantId.New());
        var done = (await database.Inbox.AppendAsync(Delivery(shop, "done"), default))!.Value;
        var dead = (await database.Inbox.AppendAsync(Delivery(shop, "dead"), default))!.Value;
        await database.Inbox.AppendAsync(Delivery(shop, "waiting"), default);
        await database.Inbox.CompleteAsync(shop.Tenant, [done], default);
        await database.Inbox.BuryAsync(shop.Tenant, dead, "It failed.", default);
        var end = fixture.Time.GetUtcNow();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => database.Inbox.ForgetAsync(end, default));

        fixture.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await database.Inbox.ForgetAsync(end, default));
        Assert.Equal(1, await database.Inbox.ForgetAsync(end.AddSeconds(1), default));

        Assert.NotNull(await database.Inbox.FindDeadAsync(dead, default));
        Assert.Null(await database.Inbox.AppendAsync(Delivery(shop, "waiting"), default));
        Assert.True(await database.Inbox.AppendAsync(Delivery(shop, "done"), default) > dead);
    }

    [Fact]
    public async Task Forgetting_takes_any_number()
    {
        await Database.PingAsync(default);
        await using var database = await fixture.OpenAsync(await fixture.NewUrlAsync());
        var shop = new Shop(database, TenantId.New());
        var seqs = await Task.WhenAll(Enumerable.Range(0, 5_003).Select(i => database.Inbox.AppendAsync(Delivery(shop, $"w{i}"), default)));
        await database.Inbox.CompleteAsync(shop.Tenant, [.. seqs.Select(s => s!.Value)], default);

        fixture.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(5_003, await database.Inbox.ForgetAsync(fixture.Time.GetUtcNow().AddDays(-1), default));
    }

    private static readonly Comparer<TenantId> TenantOrder = Comparer<TenantId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    /// <summary>A delivery received at an instant of the shop's versions.</summary>
    private static InboxDelivery Delivery(Shop shop, string id, int version = 1) =>
        new(shop.Tenant, id, "orders/create", At(version).AddSeconds(-1), At(version), Encoding.UTF8.GetBytes($"body of {id}"));

    private async Task<long> AppendAsync(Shop shop, string id, int version = 1) =>
        await Database.Inbox.AppendAsync(Delivery(shop, id, version), default)
        ?? throw new InvalidOperationException($"Webhook {id} was there already.");

    private Task<IReadOnlyList<InboxItem>> DueAsync(Shop shop) => Database.Inbox.ReadDueAsync(shop.Tenant, At(1_000), 1_000, [], default);
}
