namespace XSight.Shopify;

/// <summary>Where a connection goes on.</summary>
internal static class PageCursor
{
    /// <summary>The cursor of the next page; null after the last.</summary>
    /// <param name="info">As the store told it.</param>
    /// <param name="member">The connection's name in the answer.</param>
    /// <param name="cursor">The one we asked with.</param>
    public static string? Next(PageInfoNode? info, string member, string? cursor)
    {
        if (info is null)
        {
            throw AnswerFaults.Missing(member + ".pageInfo");
        }

        if (!(info.HasNextPage ?? throw AnswerFaults.Missing(member + ".pageInfo.hasNextPage")))
        {
            return null;
        }

        var next = info.EndCursor ?? throw AnswerFaults.Missing(member + ".pageInfo.endCursor");
        return next != cursor ? next : throw AnswerFaults.Malformed($"data.{member}.pageInfo.endCursor is the cursor we asked with: the pages would never end");
    }
}
