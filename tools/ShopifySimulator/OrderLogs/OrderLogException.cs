namespace XSight.ShopifySimulator;

/// <summary>An order log that is not what it should be; the message names file, line, column and what was expected.</summary>
public sealed class OrderLogException(string message, Exception? inner = null) : Exception(message, inner);
