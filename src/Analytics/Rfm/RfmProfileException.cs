using System.Collections.Immutable;

namespace XSight.Analytics.Rfm;

/// <summary>A custom profile that cannot be used; every error names its cell.</summary>
public sealed class RfmProfileException : Exception
{
    public RfmProfileException(IEnumerable<string> errors)
        : this([.. errors])
    {
    }

    private RfmProfileException(ImmutableArray<string> errors)
        : base($"The RFM profile cannot be used: {string.Join("; ", errors)}.")
    {
        Errors = errors;
    }

    public ImmutableArray<string> Errors { get; }
}
