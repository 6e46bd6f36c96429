namespace XSight.Abstractions;

public enum TenantRole
{
    Viewer,
    Analyst,
    Owner,
}
