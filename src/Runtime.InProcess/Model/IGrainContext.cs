namespace Orleans.Runtime;

/// <summary>One activation, as its grain and the filters see it.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    GrainReference GrainReference { get; }

    GrainId GrainId { get; }

    /// <summary>Null until the constructor has run.</summary>
    object? GrainInstance { get; }

    /// <summary>Services in the scope of the activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation is gone.</summary>
    Task Deactivated { get; }

    /// <summary>Begins to deactivate once running calls have ended. Calls that wait go to a new activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
