namespace XSight.Api.Http;

/// <summary>What one request may weigh.</summary>
public static class RequestLimits
{
    public const int BodyBytesMax = 1024 * 1024;
    public const int JsonDepthMax = 32;
}
