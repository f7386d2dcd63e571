using System.Security.Cryptography;
using System.Text;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// An account with what shows that whoever names it knows its password: a verifier made with the account's
/// <see cref="PasswordSalt"/>. The password itself is in no request.
/// </summary>
/// <param name="Account">The account's name, with its domain or without.</param>
/// <param name="Verifier">The verifier of the password that was given.</param>
public sealed record AccountProof(string Account, string Verifier)
{
    /// <summary>The account; null where there is none of the name, or the password is another.</summary>
    internal Account? Find(LabState lab) =>
        Accounts.Find(lab, Account) is { PasswordVerifier: { } kept } account
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(Verifier))
            ? account
            : null;
}
