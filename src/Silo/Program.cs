// The silo is the cluster's executable: it has work only in the Orleans build.
Console.Error.WriteLine("XSight.Silo was built with GrainRuntime=InProcess. Start XSight.Api instead, or build with -p:GrainRuntime=Orleans.");
return 2;
