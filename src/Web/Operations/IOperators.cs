using System.Security.Claims;

namespace XSight.Web.Operations;

/// <summary>Who may look after the whole installation. To everybody else its pages do not exist.</summary>
public interface IOperators
{
    bool Include(ClaimsPrincipal person);
}
