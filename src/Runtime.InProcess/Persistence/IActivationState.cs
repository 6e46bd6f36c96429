namespace Orleans.InProcess;

/// <summary>Marks states that the activation reads before OnActivateAsync.</summary>
internal interface IActivationState;
