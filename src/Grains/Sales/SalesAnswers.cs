using XSight.Analytics.Sales;

namespace XSight.Grains.Sales;

/// <summary>Answers of one version of a ledger on one day, by their questions, which are values.</summary>
internal sealed class SalesAnswers(SalesLedger ledger)
{
    /// <summary>Questions remembered; one more and all are forgotten, since the next change of the ledger would forget them anyway.</summary>
    public const int AnswersMax = 64;

    private readonly Dictionary<object, object> _answers = [];
    private (long Version, int Today, string Currency) _of;

    /// <summary>The answer to a question, if nothing that it depends on has changed.</summary>
    public TReport? Find<TReport>(object query, SalesStamp stamp)
        where TReport : class
    {
        var now = (ledger.Version, stamp.Today, stamp.Currency);
        if (_of != now)
        {
            _answers.Clear();
            _of = now;
        }

        return _answers.GetValueOrDefault(query) as TReport;
    }

    public void Keep(object query, object report)
    {
        if (_answers.Count == AnswersMax)
        {
            _answers.Clear();
        }

        _answers[query] = report;
    }
}
