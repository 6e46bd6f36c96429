using XSight.Api.Rfm;

namespace XSight.Api.Tests.Rfm;

public sealed class RfmMatrixResponseTests
{
    [Fact]
    public void Halves_of_F_and_M_round_up_and_empty_cells_stay()
    {
        var groups = Enumerable.Range(0, RfmProfileDefinition.Triples).Select(triple => $"g{(triple / 25) + 1}{(triple / 5 % 5) + 1}{(triple % 5) + 1}").ToArray();
        var matrix = RfmMatrixResponse.Of(new RfmReport
        {
            AsOf = DateTimeOffset.UnixEpoch,
            Thresholds = new RfmThresholds { Recency = [], Frequency = [], Monetary = [], Profile = new RfmProfileDefinition { Name = "custom", Groups = [.. groups] } },
            Eligible = 4,
            Prospects = 0,
            Currency = "JPY",
            Scores = [new RfmTripleCount(5, 1, 2, 1, 100), new RfmTripleCount(5, 2, 2, 2, 50), new RfmTripleCount(1, 5, 4, 1, 7)],
            Groups = [],
            HighValueCustomers = 0,
            ChangeSeq = 1,
        });

        Assert.Equal(25, matrix.Cells.Count);
        Assert.Equal(new RfmCell(5, 2, 3, "150", 0.75, "g522"), matrix.Cells.Single(cell => cell is { R: 5, Fm: 2 }));
        Assert.Equal(new RfmCell(1, 5, 1, "7", 0.25, "g155"), matrix.Cells.Single(cell => cell is { R: 1, Fm: 5 }));
        Assert.Equal(new RfmCell(3, 3, 0, "0", 0, "g333"), matrix.Cells.Single(cell => cell is { R: 3, Fm: 3 }));
    }
}
