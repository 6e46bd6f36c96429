namespace XSight.Simulation.Tests.Seeded;

/// <summary>How bad it gets in one simulation: chosen by its seed, so that some seeds are calm and some are all at once.</summary>
internal sealed class Weather
{
    private static readonly double[] Rates = [0, 0.003, 0.02];

    private readonly Random _random;

    public Weather(Random random)
    {
        _random = random;
        StorageFaults = Rates[random.Next(Rates.Length)];
        CallFaults = Rates[random.Next(Rates.Length)];
        StoreFaults = Rates[random.Next(Rates.Length)];
        LostHints = random.Next(3) * 0.3;
        Delays = random.Next(3) * 0.05;
        Crashes = random.Next(4);
        PartialCrashes = random.Next(4);
        Deactivations = random.Next(8);
        EndsInCrash = random.Next(2) == 0;
    }

    /// <summary>Faults happen only while it storms; afterwards everything works.</summary>
    public bool Storms { get; set; }

    /// <summary>Share of calls of the database that throw, before or after they took effect.</summary>
    public double StorageFaults { get; }

    /// <summary>Share of grain calls that are lost on the way there, or on the way back.</summary>
    public double CallFaults { get; }

    /// <summary>Share of the store's answers that fail or break off.</summary>
    public double StoreFaults { get; }

    /// <summary>Share of the stream's hints that are lost; half as many come twice.</summary>
    public double LostHints { get; }

    /// <summary>Share of calls that are slow.</summary>
    public double Delays { get; }

    /// <summary>The process is killed and started again, so often.</summary>
    public int Crashes { get; }

    /// <summary>A part of the activations is killed, so often.</summary>
    public int PartialCrashes { get; }

    /// <summary>A grain is deactivated in good order, so often.</summary>
    public int Deactivations { get; }

    /// <summary>The process is killed once more, just after the last delivery was taken.</summary>
    public bool EndsInCrash { get; }

    public bool Happens(double rate) => Storms && rate > 0 && _random.NextDouble() < rate;

    /// <summary>Mostly short, now and then longer than a caller waits for an answer.</summary>
    public TimeSpan Delay() => TimeSpan.FromMilliseconds(_random.Next(20) == 0 ? _random.Next(60_000) : _random.Next(500));

    public int Next(int below) => _random.Next(below);

    public override string ToString() =>
        $"storage faults {StorageFaults}, call faults {CallFaults}, store faults {StoreFaults}, lost hints {LostHints}, delays {Delays}, "
        + $"{Crashes} crashes, {PartialCrashes} partial ones, {Deactivations} deactivations{(EndsInCrash ? ", a crash at the end" : "")}";
}
