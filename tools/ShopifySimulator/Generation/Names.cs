namespace XSight.ShopifySimulator;

/// <summary>Given and family names to invent people from.</summary>
internal static class Names
{
    public static ReadOnlySpan<string> Given => Givens;

    public static ReadOnlySpan<string> Family => Families;

    public static ReadOnlySpan<string> MailDomains => Domains;

    private static readonly string[] Givens =
    [
        "Ada", "Aisha", "Alan", "Amara", "Amy", "Andre", "Anna", "Astrid", "Ben", "Bianca", "Carl", "Carmen", "Chloe", "Clara", "Daniel",
        "David", "Diego", "Elena", "Elif", "Emil", "Emma", "Erik", "Esther", "Eva", "Farah", "Felix", "Fiona", "Frida", "Gabriel", "Grace",
        "Hana", "Hannah", "Hugo", "Ida", "Imani", "Ines", "Isaac", "Ivan", "Jack", "Jana", "Jasper", "Jin", "Joana", "Jonas", "Jorge", "Julia",
        "Kai", "Karin", "Kenji", "Laila", "Lars", "Laura", "Lea", "Leo", "Lina", "Louis", "Lucia", "Luke", "Maja", "Marco", "Maria", "Mark",
        "Marta", "Max", "Maya", "Mei", "Mia", "Milan", "Mona", "Nadia", "Nina", "Noah", "Nora", "Olga", "Omar", "Oscar", "Paul", "Petra",
        "Priya", "Rachel", "Rafael", "Rosa", "Ruth", "Sam", "Sara", "Simon", "Sofia", "Sven", "Tara", "Theo", "Tom", "Uma", "Vera", "Victor",
        "Wanda", "Will", "Yara", "Yusuf", "Zoe", "Zora",
    ];

    private static readonly string[] Families =
    [
        "Abbott", "Adeyemi", "Almeida", "Andersen", "Baker", "Becker", "Bell", "Bennett", "Berg", "Bianchi", "Brandt", "Brooks", "Byrne",
        "Carter", "Castro", "Chen", "Clarke", "Cohen", "Cole", "Costa", "Cruz", "Dahl", "Davies", "Diaz", "Dubois", "Duffy", "Ellis", "Evans",
        "Fischer", "Fleming", "Flores", "Foster", "Fox", "Garcia", "Gray", "Grant", "Hall", "Hansen", "Hayes", "Hill", "Holm", "Hughes",
        "Ibrahim", "Ito", "Jansen", "Johansson", "Jones", "Kaya", "Keller", "Kelly", "Khan", "Kim", "Klein", "Kowalski", "Lane", "Larsen",
        "Lee", "Lopez", "Lynch", "Marino", "Martin", "Mason", "Meyer", "Mills", "Moore", "Moreau", "Murphy", "Nagy", "Nguyen", "Novak", "Olsen",
        "Ortiz", "Owens", "Park", "Parker", "Patel", "Perez", "Petrov", "Pope", "Quinn", "Ramos", "Reed", "Reyes", "Rossi", "Russo", "Sato",
        "Schmidt", "Shaw", "Silva", "Singh", "Stone", "Suzuki", "Tanaka", "Turner", "Vega", "Wagner", "Walsh", "Weber", "White", "Young",
    ];

    private static readonly string[] Domains = ["example.com", "example.net", "example.org", "mail.example.com", "post.example.net"];
}
