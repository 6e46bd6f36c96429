namespace XSight.Analytics.Models;

/// <summary>
/// ln Γ(z+n) − ln Γ(z) and its derivative for n = 0, 1, …: running sums of ln(z+i) and 1/(z+i). Counts are whole numbers, so neither a
/// gamma nor a digamma function is needed, and no digits cancel however large z is.
/// </summary>
internal sealed class RisingFactorials(int max)
{
    public double[] Logs { get; } = new double[max + 1];

    public double[] Slopes { get; } = new double[max + 1];

    public void Compute(double z)
    {
        for (var n = 1; n < Logs.Length; n++)
        {
            var term = z + n - 1;
            Logs[n] = Logs[n - 1] + Math.Log(term);
            Slopes[n] = Slopes[n - 1] + (1 / term);
        }
    }
}
