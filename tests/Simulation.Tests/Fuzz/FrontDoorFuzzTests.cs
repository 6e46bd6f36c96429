using System.Collections.Concurrent;
using XSight.Shopify;
using XSight.Simulation.Tests.Support;
using XSight.Storage;

namespace XSight.Simulation.Tests.Fuzz;

/// <summary>Damaged paths, headers and bodies over real sockets. XSIGHT_SEED=n repeats a failure; XSIGHT_FUZZ=n sends so many.</summary>
public sealed class FrontDoorFuzzTests : IAsyncLifetime
{
    private const int RequestsByDefault = 100_000;
    private const int ConnectionsAtOnce = 8;
    private const int ReadMax = 10_000;
    private const int DeadMax = 10_000;
    private static readonly TimeSpan DrainWithin = TimeSpan.FromMinutes(3);

    private readonly int _seed = Seeds.OnlyOrAny;
    private FrontDoor _door = null!;

    public async ValueTask InitializeAsync() => _door = await FrontDoor.OpenAsync();

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Fact]
    public async Task Whatever_is_sent_gives_no_500_and_changes_only_what_a_signed_body_says()
    {
        var (mine, neighbour) = (await _door.TenantOfAsync(FrontDoor.Shop), await _door.TenantOfAsync(FrontDoor.Neighbour));
        var (before, besides) = (await OrdersAsync(mine), await OrdersAsync(neighbour));

        var accepted = await SendAllAsync();
        await _door.DrainAsync(DrainWithin);

        var effects = accepted.Select(a => (a.WebhookId, Effect: Read(a))).ToList();
        var dead = await _door.Database.Inbox.ListDeadAsync(null, DeadMax, CancellationToken.None);
        Assert.Equal(effects.Where(e => e.Effect is null).Select(e => e.WebhookId).Order(), dead.Select(d => d.Item.Delivery.WebhookId).Order());
        Assert.True(dead.Count > 0 && dead.Count < accepted.Count, $"seed {_seed}: {dead.Count} of {accepted.Count} are dead, so that one side was not tried");
        Assert.Equal(besides, await OrdersAsync(neighbour));
        CheckOrders(before, await OrdersAsync(mine), [.. effects.Select(e => e.Effect).OfType<WebhookEffect.OrderChanged>().Select(e => e.Order)]);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {_seed}: {accepted.Count} taken, {dead.Count} of them dead letters");
    }

    /// <summary>Every answer is looked at; returns what must have been taken.</summary>
    private async Task<IReadOnlyList<SignedBody>> SendAllAsync()
    {
        var requests = Seeds.Number("XSIGHT_FUZZ") ?? RequestsByDefault;
        var accepted = new ConcurrentBag<SignedBody>();
        var wrong = new ConcurrentQueue<string>();
        var now = _door.Now;
        var maker = new RequestMaker(new Random(_seed), now);
        var gate = new Lock();
        var left = requests;
        await Task.WhenAll(Enumerable.Range(0, ConnectionsAtOnce).Select(_ => Task.Run(async () =>
        {
            using var connection = new RawConnection(_door.Port);
            while (TryMake(out var number) is { } request)
            {
                var answer = await connection.SendAsync(request.Bytes, request.BreaksFraming);
                if (IsWrong(request, answer))
                {
                    wrong.Enqueue($"request {number} got {(answer.Status is null ? "no answer" : answer.Text)} for {Convert.ToBase64String(request.Bytes)}");
                }

                if (request.Accepted is { } body)
                {
                    accepted.Add(body);
                }
            }
        })));
        Assert.True(wrong.IsEmpty, $"seed {_seed}, {wrong.Count} wrong answers:\n{string.Join("\n\n", wrong.Take(3))}");
        return [.. accepted];

        FuzzRequest? TryMake(out int number)
        {
            lock (gate)
            {
                number = requests - left;
                return left-- > 0 ? maker.Next() : null;
            }
        }
    }

    /// <summary>A version or an encoding that the server does not know is not its fault, and it may say so.</summary>
    private static bool IsWrong(FuzzRequest request, RawAnswer answer) => answer.Status switch
    {
        null => !request.BreaksFraming,
        501 or 505 => !request.BreaksFraming,
        >= 500 => true,
        200 => false,
        _ => request.Accepted is not null,
    };

    /// <summary>Null for a body that cannot be read.</summary>
    private static WebhookEffect? Read(SignedBody body)
    {
        try
        {
            return WebhookReader.Read(body.Topic, body.Body, body.TriggeredAt, "USD");
        }
        catch (ShopifyException)
        {
            return null;
        }
    }

    /// <summary>What was there is still there; what came is what some taken body told last of it.</summary>
    private void CheckOrders(IReadOnlyList<StoredOrder> before, IReadOnlyList<StoredOrder> after, IReadOnlyList<OrderFact> told)
    {
        Assert.Empty(before.Except(after));
        var newest = told.GroupBy(o => o.OrderId).ToDictionary(g => g.Key, g => g.Where(o => o.UpdatedAt == g.Max(other => other.UpdatedAt)).Select(StoredOrder.Of).ToHashSet());
        foreach (var order in after.Except(before))
        {
            Assert.True(newest.TryGetValue(order.OrderId, out var possible) && possible.Contains(order), $"seed {_seed}: nobody told {order}");
        }
    }

    private async Task<List<StoredOrder>> OrdersAsync(TenantId tenant)
    {
        var orders = new List<StoredOrder>();
        foreach (var change in await _door.Database.Facts.ReadChangesAsync(tenant, 0, ReadMax, CancellationToken.None))
        {
            var customer = await _door.Database.Facts.ReadCustomerAsync(tenant, change.CustomerId, CancellationToken.None);
            orders.AddRange(customer!.Orders.Select(o => StoredOrder.Of(o.Fact)));
        }

        return [.. orders.OrderBy(o => o.OrderId)];
    }
}
