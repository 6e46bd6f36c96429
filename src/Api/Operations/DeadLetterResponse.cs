using System.Text;
using XSight.Storage;

namespace XSight.Api.Operations;

/// <summary>A dead letter whole. The body is as it came; bytes that are no UTF-8 are shown as the replacement character.</summary>
public sealed record DeadLetterResponse(DeadLetterRow Letter, string Body)
{
    internal static DeadLetterResponse Of(DeadLetter letter) => new(DeadLetterRow.Of(letter), Encoding.UTF8.GetString(letter.Item.Delivery.Body.Span));
}
