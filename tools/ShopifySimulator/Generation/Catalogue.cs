using System.Globalization;

namespace XSight.ShopifySimulator;

/// <summary>The products of a store: records by artists who never were. A few sell much more than the rest.</summary>
internal sealed class Catalogue
{
    private const int Size = 300;
    private const int DrawsMax = 1_000;
    private const long FirstId = 9_100_000_000_001;
    private static readonly string[] Adjectives = ["Blue", "Quiet", "Electric", "Golden", "Paper", "Northern", "Hollow", "Silver", "Distant", "Wild", "Velvet", "Broken"];
    private static readonly string[] Nouns = ["Rivers", "Horses", "Harbour", "Orchard", "Signals", "Lanterns", "Weather", "Engines", "Gardens", "Letters", "Mountains", "Mirrors"];
    private static readonly string[] Places = ["at Dawn", "in Winter", "by the Sea", "after Midnight", "without Words", "from Afar", "on Main Street", "in Colour"];
    private static readonly string[] Genres = ["Rock", "Jazz", "Classical", "Folk", "Electronic", "Soul", "Country", "Soundtrack"];
    private readonly Product[] _products = new Product[Size];

    public Catalogue(ulong seed, Currency currency)
    {
        Currency = currency;
        var titles = new HashSet<string>(Size);
        for (var i = 0; i < Size; i++)
        {
            var random = StableRandom.For(seed, i, Purpose.Catalogue);
            var title = Title(titles, ref random);
            var vendor = $"{random.Pick(Names.Given)} {random.Pick(Names.Family)}";
            var sku = "CD-" + (1000 + i).ToString(CultureInfo.InvariantCulture);
            _products[i] = new Product(FirstId + i, FirstId + Size + i, title, vendor, random.Pick<string>(Genres), sku);
        }
    }

    public Currency Currency { get; }

    /// <summary>One that no other product has.</summary>
    private static string Title(HashSet<string> taken, ref StableRandom random)
    {
        for (var draw = 0; draw < DrawsMax; draw++)
        {
            var title = $"{random.Pick<string>(Adjectives)} {random.Pick<string>(Nouns)} {random.Pick<string>(Places)}";
            if (taken.Add(title))
            {
                return title;
            }
        }

        throw new InvalidOperationException("The catalogue has run out of titles.");
    }

    /// <summary>Draws a product; the share of the n-th falls off with the square of its place.</summary>
    public Product Draw(ref StableRandom random)
    {
        var draw = random.NextDouble();
        return _products[(int)(draw * draw * Size)];
    }
}
