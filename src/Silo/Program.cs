using XSight.Silo.Hosting;

return await SiloHosting.RunAsync(args);
