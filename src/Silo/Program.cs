using XSight.Hosting;
using XSight.Silo.Hosting;

return args is ["health", var url] ? await HealthProbe.AskAsync(url) : await SiloHosting.RunAsync(args);
