using Microsoft.Extensions.Time.Testing;
using XSight.Api.Operations;

namespace XSight.Api.Tests.Operations;

public sealed class CallWindowTests
{
    private const double Tenth = 0.1;

    private readonly FakeTimeProvider _time = new();
    private readonly CallWindow _window;

    public CallWindowTests() => _window = new CallWindow(_time);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Quantiles_are_within_a_tenth_of_the_exact_ones(int seed)
    {
        var random = new Random(seed);
        List<double> seconds = [.. Enumerable.Range(0, 2_001).Select(_ => Math.Pow(10, (random.NextDouble() * 6) - 5))];
        seconds.ForEach(s => _window.Call("customer", "Apply", s));
        seconds.Sort();

        var figures = Assert.Single(_window.Read());

        Assert.Equal(2_001, figures.Calls);
        Near(seconds[1_000], figures.Median);
        Near(seconds[1_980], figures.P99);

        void Near(double exact, TimeSpan told) =>
            Assert.True(Math.Abs(told.TotalSeconds - exact) <= exact * Tenth, $"seed {seed}: {told.TotalSeconds} for {exact}");
    }

    [Fact]
    public void Calls_are_told_by_type_and_method_busiest_first_with_their_failures()
    {
        _window.Call("tenant", "Get", 0.001);
        _window.Call("customer", "Apply", 0.01);
        _window.Call("customer", "Apply", 0.01);
        _window.Failure("customer", "Apply");

        Assert.Equal([("customer", "Apply", 2L, 1L), ("tenant", "Get", 1L, 0L)], _window.Read().Select(f => (f.GrainType, f.Method, f.Calls, f.Failures)));
    }

    [Fact]
    public void What_is_older_than_the_window_is_forgotten_bit_by_bit()
    {
        _window.Call("tenant", "Get", 0.001);
        _time.Advance(CallWindow.Length / 2);
        _window.Call("tenant", "Get", 0.001);
        Assert.Equal(2, Assert.Single(_window.Read()).Calls);

        _time.Advance(CallWindow.Length / 2);
        Assert.Equal(1, Assert.Single(_window.Read()).Calls);

        _time.Advance(CallWindow.Length);
        Assert.Empty(_window.Read());
    }

    [Fact]
    public void The_number_of_methods_is_bounded()
    {
        for (var i = 0; i < CallWindow.MethodsMax + 100; i++)
        {
            _window.Call("type", $"method {i}", 0.001);
        }

        Assert.Equal(CallWindow.MethodsMax, _window.Read().Count);
    }
}
