namespace XSight.Analytics.Models;

/// <summary>A day on which somebody's wait ended.</summary>
/// <param name="Day">Days since each customer's own beginning.</param>
/// <param name="AtRisk">Customers still waiting and watched at the beginning of that day.</param>
/// <param name="Events">Waits that ended that day.</param>
/// <param name="Survival">Share still waiting after that day.</param>
/// <param name="StandardError">Of the share, by Greenwood's formula.</param>
public readonly record struct SurvivalPoint(int Day, int AtRisk, int Events, double Survival, double StandardError);
