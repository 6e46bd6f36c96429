namespace XSight.Analytics.Models;

/// <summary>When a customer of a beta-geometric model may leave.</summary>
public enum DropoutChance
{
    /// <summary>BG/NBD: after each repeat purchase, so that a one-time buyer is always alive (Fader, Hardie and Lee 2005).</summary>
    AfterRepeatPurchase,

    /// <summary>MBG/NBD: after each purchase, the first among them (Batislam, Denizel and Filiztekin 2007).</summary>
    AfterEveryPurchase,
}
