using XSight.Abstractions;
using XSight.Api.Http;

namespace XSight.Api.Rfm;

/// <summary>Customers who moved from one group to another in the week that begins on a Monday, and their money.</summary>
public sealed record RfmMove(string Week, string From, string To, int Customers, string Revenue)
{
    public static RfmMove Of(GroupTransition move, string currency) =>
        new(Days.ToIso((long)move.WeekDay), move.From, move.To, move.Customers, CurrencyUnits.Format(move.RevenueMinor, currency));
}
