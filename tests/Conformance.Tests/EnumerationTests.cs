namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class EnumerationTests(TestCluster cluster)
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 1)]
    [InlineData(250, 100)]
    [InlineData(25, 4)]
    public async Task All_elements_arrive_in_order_whatever_the_batch(int last, int batchSize)
    {
        List<int> seen = [];
        await foreach (var number in cluster.NewGrain<INumbersGrain>().CountTo(last).WithBatchSize(batchSize))
        {
            seen.Add(number);
        }

        Assert.Equal(Enumerable.Range(1, last), seen);
    }

    [Fact]
    public async Task What_came_before_a_failure_arrives_and_then_the_failure()
    {
        List<int> seen = [];
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var number in cluster.NewGrain<INumbersGrain>().FailAfterThree())
            {
                seen.Add(number);
            }
        });
        Assert.Equal("no more", exception.Message);
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task An_element_arrives_before_the_next_is_there_and_calls_come_between()
    {
        var (grain, flag) = (cluster.NewGrain<INumbersGrain>(), ClusterFixture.NewKey());
        await using var numbers = grain.WaitAfterOne(flag, CancellationToken.None).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await numbers.MoveNextAsync());
        Assert.Equal(1, numbers.Current);
        Assert.Equal(42, await grain.Answer());
        var moving = numbers.MoveNextAsync();
        Signals.Raise(flag);
        Assert.True(await moving);
        Assert.Equal(2, numbers.Current);
        Assert.False(await numbers.MoveNextAsync());
    }

    [Fact]
    public async Task Leaving_early_ends_the_enumeration_in_the_grain()
    {
        var (grain, flag) = (cluster.NewGrain<INumbersGrain>(), ClusterFixture.NewKey());
        await foreach (var number in grain.WaitAfterOne(flag, CancellationToken.None))
        {
            Assert.Equal(1, number);
            break;
        }

        await Signals.Raised($"{flag}-ended");
    }

    [Fact]
    public async Task An_enumeration_ends_with_an_error_when_its_activation_does()
    {
        var (grain, flag) = (cluster.NewGrain<INumbersGrain>(), ClusterFixture.NewKey());
        var numbers = grain.WaitAfterOne(flag, CancellationToken.None).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await numbers.MoveNextAsync());
        Signals.Raise(flag);
        await cluster.DeactivateAsync(grain);
        await Assert.ThrowsAsync<EnumerationAbortedException>(async () => await numbers.MoveNextAsync());
        await numbers.DisposeAsync();
    }
}
