using System.Globalization;
using System.Security.Cryptography;

namespace HyperVLab.Engine.Requests;

/// <summary>
/// What a lab keeps of a secret: a salted PBKDF2 (HMAC-SHA-256) of it, by which a given one can be held against it. The
/// secret itself is in no request, journal, job or export.
/// </summary>
public static class SecretVerifier
{
    /// <summary>How long a salt is, in bytes (NIST SP 800-132: at least 16).</summary>
    public const int SaltBytes = 16;

    /// <summary>How often the hash goes round (OWASP Password Storage Cheat Sheet, 2023: 600,000).</summary>
    public const int Iterations = 600_000;

    private const string Scheme = "pbkdf2-sha256";
    private const int HashBytes = 32;

    /// <summary>Makes the verifier of a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="salt">Bytes that were drawn for it alone.</param>
    public static string Make(ReadOnlySpan<char> secret, ReadOnlySpan<byte> salt) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Scheme}:{Iterations}:{Convert.ToHexStringLower(salt)}:{Convert.ToHexStringLower(Hash(secret, salt))}");

    /// <summary>Whether a secret is the one of which a verifier was made.</summary>
    public static bool Fits(string verifier, ReadOnlySpan<char> secret) =>
        IsOne(verifier) && CryptographicOperations.FixedTimeEquals(
            Convert.FromHexString(verifier.Split(':')[3]),
            Hash(secret, Convert.FromHexString(verifier.Split(':')[2])));

    /// <summary>Whether a text is a verifier: nothing else is kept, so that no secret is by mistake.</summary>
    public static bool IsOne(string text) => text.Split(':') is [Scheme, var rounds, var salt, var hash]
        && rounds == Iterations.ToString(CultureInfo.InvariantCulture)
        && salt.Length == 2 * SaltBytes && salt.All(char.IsAsciiHexDigitLower)
        && hash.Length == 2 * HashBytes && hash.All(char.IsAsciiHexDigitLower);

    private static byte[] Hash(ReadOnlySpan<char> secret, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, Iterations, HashAlgorithmName.SHA256, HashBytes);
}
