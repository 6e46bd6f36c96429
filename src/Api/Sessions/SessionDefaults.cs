namespace XSight.Api.Sessions;

/// <summary>Names and times of sessions.</summary>
public static class SessionDefaults
{
    public const string Scheme = "session";
    public const string CookieName = "xsight-session";
    public const string Audience = "xsight-session";

    /// <summary>When the person gave the password; carried over renewals.</summary>
    public const string LoggedInAt = "auth_time";

    /// <summary>A session not used for so long is over.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>A token older than this is replaced by a fresh one when it is used.</summary>
    public static readonly TimeSpan RenewAfter = Lifetime / 2;

    /// <summary>So long after the password was given it must be given again.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromDays(30);
}
