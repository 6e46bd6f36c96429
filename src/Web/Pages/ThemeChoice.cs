using Microsoft.AspNetCore.Http;

namespace XSight.Web.Pages;

/// <summary>Light, dark, or what the system says; kept in a cookie so that the first paint is right.</summary>
public static class ThemeChoice
{
    public const string Cookie = "theme";
    public const string System = "system";

    public static string Of(HttpContext http) => Normalize(http.Request.Cookies[Cookie]);

    public static string Normalize(string? value) => value is "light" or "dark" ? value : System;
}
