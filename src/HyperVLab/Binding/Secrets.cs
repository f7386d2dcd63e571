using System.Management.Automation;
using System.Net;
using System.Security;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Binding;

/// <summary>
/// Makes of secrets what a request may carry of them. Their salts are the lab's, so that the same script makes the same
/// journal again.
/// </summary>
internal static class Secrets
{
    private const int GroupLength = 5;
    private const int Groups = 5;

    /// <summary>The verifier of a password; null for none.</summary>
    /// <param name="handle">The lab that gets it.</param>
    /// <param name="purpose">Which of a request's secrets it is.</param>
    /// <param name="secret">The password.</param>
    public static string? VerifierOf(LabHandle handle, string purpose, SecureString? secret) =>
        secret is null ? null : Verifier(handle, purpose, ClearTextOf(secret));

    /// <summary>The verifier of a product key; null for none.</summary>
    /// <param name="handle">The lab that gets it.</param>
    /// <param name="purpose">Which of a request's secrets it is.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="LabException">It has not the form of one. The message does not repeat it.</exception>
    public static string? VerifierOfKey(LabHandle handle, string purpose, SecureString? key)
    {
        if (key is null)
        {
            return null;
        }

        string text = ClearTextOf(key).ToUpperInvariant();
        string[] groups = text.Split('-');
        bool isKey = groups.Length == Groups
            && groups.All(static group => group.Length == GroupLength && group.All(char.IsAsciiLetterOrDigit));
        return isKey ? Verifier(handle, purpose, text) : throw ModuleErrors.ProductKeyWrong.For(null);
    }

    /// <summary>The verifier of an account's password; null for none.</summary>
    /// <param name="handle">The lab whose account it is.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="password">Its password.</param>
    public static string? VerifierOfAccount(LabHandle handle, string account, SecureString? password) =>
        password is null
            ? null
            : SecretVerifier.Make(ClearTextOf(password), [.. handle.Lab.Ask(new PasswordSalt(account))]);

    /// <summary>What shows that somebody knows an account's password; null where none is given.</summary>
    public static AccountProof? ProofOf(LabHandle handle, PSCredential? credential) => credential is null
        ? null
        : new AccountProof(
            credential.UserName, VerifierOfAccount(handle, credential.UserName, credential.Password)!);

    private static string Verifier(LabHandle handle, string purpose, string text) =>
        SecretVerifier.Make(text, [.. handle.Lab.Ask(new SecretSalt(purpose))]);

    private static string ClearTextOf(SecureString secret) => new NetworkCredential(string.Empty, secret).Password;
}
