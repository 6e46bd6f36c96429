using System.Text;

namespace XSight.Simulation.Tests.Fuzz;

/// <summary>Damages bytes and text: bits, pieces missing or doubled, and values that programs stumble over.</summary>
internal sealed class Mutator(Random random)
{
    private const int TimesMax = 6;
    private const int CutMax = 40;
    private const int RepeatMax = 200;

    private static readonly byte[][] Values =
    [
        .. new[]
        {
            "null", "[]", "{}", "true", "-1", "0", "1e400", "-0.0", "9223372036854775807", "9223372036854775808", "\"\"", "\" \"",
            "\"79228162514264337593543950335\"", "\"-5.00\"", "\"1,5\"", "\"\\ud800\"", "\"\\u0000\"", "\"NaN\"",
            "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-02-30T00:00:00Z\"", "\"2026-03-29T02:30:00\"",
            "\"gid://shopify/Customer/99999999999999999999\"", "\"gid://shopify/Customer/7\"", "\"' OR 1=1 --\"", "\"<script>\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0x22, 0xFF, 0xC0, 0x22],
        Encoding.UTF8.GetBytes(new string('[', 100)),
    ];

    public byte[] Damage(byte[] sound, int timesMax = TimesMax)
    {
        var bytes = sound.ToList();
        for (var times = random.Next(1, timesMax + 1); times > 0 && bytes.Count > 0; times--)
        {
            DamageOnce(bytes, random.Next(bytes.Count));
        }

        return [.. bytes];
    }

    private void DamageOnce(List<byte> bytes, int at)
    {
        switch (random.Next(9))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(random.Next(1, CutMax), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, RepeatMax), bytes.Count - at)));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                ReplaceValue(bytes, at);
                break;
        }
    }

    /// <summary>Puts something else between a colon and the next comma: most bodies stay JSON.</summary>
    private void ReplaceValue(List<byte> bytes, int from)
    {
        var colon = bytes.IndexOf((byte)':', from);
        var comma = colon < 0 ? -1 : bytes.IndexOf((byte)',', colon);
        if (comma > 0)
        {
            bytes.RemoveRange(colon + 1, comma - colon - 1);
            bytes.InsertRange(colon + 1, Values[random.Next(Values.Length)]);
        }
    }
}
