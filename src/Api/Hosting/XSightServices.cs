using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using XSight.Api.Accounts;
using XSight.Api.Configuration;
using XSight.Api.Connecting;
using XSight.Api.Demo;
using XSight.Api.Http;
using XSight.Api.Live;
using XSight.Api.Operations;
using XSight.Api.Privacy;
using XSight.Api.Sessions;
using XSight.Api.Tenants;
using XSight.Api.Webhooks;
using XSight.Grains.Hosting.Telemetry;
using XSight.Shopify;
using XSight.Storage;
using XSight.Web;
using XSight.Web.Accounts;

namespace XSight.Api.Hosting;

/// <summary>Everything this process is made of.</summary>
internal static class XSightServices
{
    /// <summary>The API, the pages, and the way to the grains: to a cluster's, or to those of this process.</summary>
    public static void AddXSightApi(this WebApplicationBuilder builder, XSightOptions options, IDatabase database)
    {
        var services = builder.Services;
        services.AddOtlp(builder.Configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(database);
        services.AddShopify(options.Shopify);
        builder.AddGrains(options);
        builder.ConfigureServer();
        builder.ConfigureLogs();
        services.AddAccounts();
        services.AddRest();
        services.AddLive();
        services.AddWebhooks();
        services.AddOperations();
        services.AddXSightWeb();
        services.AddSingleton<IDataProtectionProvider, FormSeal>();
        if (options.Demo is not null)
        {
            services.AddHostedService<DemoVisitor>();
        }
    }

    private static void AddOtlp(this IServiceCollection services, IConfiguration configuration)
    {
        try
        {
            services.AddOtlpExport(configuration, "xsight-api");
        }
        catch (OtlpSettingException error)
        {
            throw new ConfigurationException(error.Setting, error.Problem);
        }
    }

    private static void ConfigureServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.BodyBytesMax;
        });
        if (!ListenAddress.IsConfigured(builder.Configuration))
        {
            builder.WebHost.UseUrls(ListenAddress.Default);
        }
    }

    /// <summary>
    /// ASP.NET Core's own lines name whole addresses, with search words and Shopify's codes in them: they begin at warnings, unless the
    /// operator's settings, which stand above these, say otherwise; some never go lower (<see cref="LogFloor"/>).
    /// </summary>
    private static void ConfigureLogs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, LogFloor>();
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"), new("Logging:LogLevel:System.Net.Http", "Warning")],
        });
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<AddressLimit>();
        services.AddSingleton<SessionTokens>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<IAccounts, GrainAccounts>();
        services.AddAuthentication(SessionDefaults.Scheme).AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(SessionDefaults.Scheme, null);
        services.AddAuthorization();
        services.AddSingleton<ConnectState>();
        services.AddSingleton<StoreConnector>();
    }

    private static void AddRest(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => Shape(json.SerializerOptions));
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Description) = ("XSight", "Customer analytics for Shopify merchants. Sign in with POST /api/auth/login, which sets the session cookie.");
            return Task.CompletedTask;
        }));
        services.AddSingleton<SyncRuns>();
        services.AddSingleton<PersonExporter>();
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = LiveHub.MessageBytesMax).AddJsonProtocol(json => Shape(json.PayloadSerializerOptions));
        services.AddSingleton<LiveFeed>();
    }

    private static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<ShopDirectory>();
        services.AddSingleton<WebhookBell>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookBell>());
        services.AddSingleton<WebhookDoor>();
    }

    /// <summary>One shape of JSON for REST and hub: camelCase, enums as words, and nothing that is not what it should be.</summary>
    private static void Shape(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.AllowDuplicateProperties = false;
        json.MaxDepth = RequestLimits.JsonDepthMax;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
