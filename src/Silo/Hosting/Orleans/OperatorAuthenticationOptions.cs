using Microsoft.AspNetCore.Authentication;

namespace XSight.Silo.Hosting;

internal sealed class OperatorAuthenticationOptions : AuthenticationSchemeOptions
{
    public string Password { get; set; } = "";

    /// <exception cref="InvalidOperationException">Without a password nobody may be let in.</exception>
    public override void Validate()
    {
        if (Password.Length == 0)
        {
            throw new InvalidOperationException("The operators' password is empty.");
        }
    }
}
