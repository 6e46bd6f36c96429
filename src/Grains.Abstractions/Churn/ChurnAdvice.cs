namespace XSight.Abstractions;

/// <summary>The one thing to do about a customer.</summary>
public enum ChurnAdvice
{
    /// <summary>Nothing: they are within their usual gap.</summary>
    LeaveAlone,

    /// <summary>A one-time buyer within the days in which second orders come.</summary>
    InviteSecondOrder,

    /// <summary>Past the usual gap, not by far.</summary>
    Remind,

    /// <summary>Far past the usual gap, and much at stake.</summary>
    WritePersonally,

    /// <summary>Far past the usual gap.</summary>
    WinBack,

    /// <summary>Hardly to be won back, and little at stake: mailings to everybody are enough.</summary>
    Newsletter,
}
