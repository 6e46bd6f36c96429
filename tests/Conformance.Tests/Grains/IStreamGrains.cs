namespace XSight.Conformance.Tests;

[Alias("conformance.producer")]
public interface IProducerGrain : IGrainWithStringKey
{
    [Alias("publish")]
    Task Publish(string streamNamespace, string streamKey, int from, int count);
}

/// <summary>Consumes the stream of its own key in namespace <see cref="ImplicitGrain.Namespace"/>; notes items in the log named by its key.</summary>
[Alias("conformance.implicit")]
public interface IImplicitGrain : IGrainWithStringKey;

/// <summary>Also implicit, and fails at item 2 until <c>{key}-repaired</c> is up.</summary>
[Alias("conformance.failing")]
public interface IFailingGrain : IGrainWithStringKey;

/// <summary>Subscribes when asked to, and resumes when it is activated anew.</summary>
[Alias("conformance.explicit")]
public interface IExplicitGrain : IGrainWithStringKey
{
    [Alias("subscribe")]
    Task Subscribe(string streamKey);

    [Alias("unsubscribe")]
    Task Unsubscribe();

    [Alias("subscriptions")]
    Task<int> Subscriptions();
}
