using System.Net;
using System.Security;
using System.Security.Cryptography;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Binding;

/// <summary>Makes of secrets what a request may carry of them.</summary>
internal static class Secrets
{
    private const int GroupLength = 5;
    private const int Groups = 5;

    /// <summary>The verifier of a password; null for none.</summary>
    public static string? VerifierOf(SecureString? secret) => secret is null ? null : Verifier(ClearTextOf(secret));

    /// <summary>The verifier of a product key; null for none.</summary>
    /// <exception cref="LabException">It has not the form of one. The message does not repeat it.</exception>
    public static string? VerifierOfKey(SecureString? key)
    {
        if (key is null)
        {
            return null;
        }

        string text = ClearTextOf(key).ToUpperInvariant();
        string[] groups = text.Split('-');
        bool isKey = groups.Length == Groups
            && groups.All(static group => group.Length == GroupLength && group.All(char.IsAsciiLetterOrDigit));
        return isKey ? Verifier(text) : throw ModuleErrors.ProductKeyWrong.For(null);
    }

    private static string Verifier(string text) =>
        SecretVerifier.Make(text, RandomNumberGenerator.GetBytes(SecretVerifier.SaltBytes));

    private static string ClearTextOf(SecureString secret) => new NetworkCredential(string.Empty, secret).Password;
}
