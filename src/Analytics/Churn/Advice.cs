namespace XSight.Analytics.Churn;

/// <summary>What to do about a customer, from how late they are and what is at stake.</summary>
public static class Advice
{
    /// <summary>Four of five second orders have come by the day until which a one-time buyer is invited.</summary>
    public const double MostShare = 0.8;

    /// <summary>A customer is not late before so many days, however often they buy.</summary>
    private const double GapDaysMin = 7;

    /// <summary>Up to twice the usual gap a reminder is enough.</summary>
    private const double FarOverdue = 2;

    /// <summary>Expected spend from so many of the store's usual purchases on is worth a letter.</summary>
    private const double WorthALetter = 1;

    /// <summary>Expected spend under so much of a usual purchase is not worth an action of its own.</summary>
    private const double HardlyAnything = 0.05;

    /// <param name="row">The customer.</param>
    /// <param name="usualPurchaseMinor">The store's mean spend per purchase.</param>
    /// <param name="mostSecondOrdersByDay">Days after the first order by which most second orders have come; null where none has.</param>
    public static ChurnAdvice Of(ChurnRow row, long usualPurchaseMinor, int? mostSecondOrdersByDay)
    {
        if (row.UsualGapDays is not { } gap)
        {
            return row.DaysSinceLast <= mostSecondOrdersByDay ? ChurnAdvice.InviteSecondOrder : ChurnAdvice.Newsletter;
        }

        var late = row.DaysSinceLast / Math.Max(GapDaysMin, gap);
        return late switch
        {
            <= 1 => ChurnAdvice.LeaveAlone,
            <= FarOverdue => ChurnAdvice.Remind,
            _ when row.ExpectedSpendMinor >= WorthALetter * usualPurchaseMinor => ChurnAdvice.WritePersonally,
            _ when row.ExpectedSpendMinor < HardlyAnything * usualPurchaseMinor => ChurnAdvice.Newsletter,
            _ => ChurnAdvice.WinBack,
        };
    }

    /// <summary>The same in one sentence to the merchant.</summary>
    public static string Sentence(ChurnAdvice advice) => advice switch
    {
        ChurnAdvice.LeaveAlone => "Nothing to do: they are within their usual gap.",
        ChurnAdvice.InviteSecondOrder => "Invite to a second order now: most second orders come in these days.",
        ChurnAdvice.Remind => "Remind them: they are past their usual gap, and not by far.",
        ChurnAdvice.WritePersonally => "Write personally: they are far past their usual gap, and much is at stake.",
        ChurnAdvice.WinBack => "Send a win-back offer: they are far past their usual gap.",
        ChurnAdvice.Newsletter => "Leave it to your newsletter: little is to be won here.",
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "There is no such advice."),
    };
}
