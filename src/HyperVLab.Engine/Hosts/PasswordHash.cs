using System.Security.Cryptography;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// What a lab keeps of a password: a salt and PBKDF2 over HMAC-SHA-256 (RFC 8018), never the password.
/// </summary>
public static class PasswordHash
{
    private const char Separator = ':';

    /// <summary>The hash of a password, with its salt before it.</summary>
    public static string Of(string password, byte[] salt) =>
        $"{Convert.ToHexString(salt)}{Separator}{Convert.ToHexString(Derive(password, salt))}";

    /// <summary>Whether a text is such a hash.</summary>
    public static bool IsOne(string text) =>
        text.Split(Separator) is [var salt, var hash]
        && IsHex(salt, HostSettings.SaltBytes) && IsHex(hash, HostSettings.HashBytes);

    /// <summary>Whether a password is the one that a hash was made of.</summary>
    public static bool Matches(string hash, string password)
    {
        string[] parts = hash.Split(Separator);
        return CryptographicOperations.FixedTimeEquals(
            Convert.FromHexString(parts[1]), Derive(password, Convert.FromHexString(parts[0])));
    }

    private static bool IsHex(string text, int bytes) =>
        text.Length == 2 * bytes && text.All(char.IsAsciiHexDigitUpper);

    private static byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(
        password, salt, HostSettings.HashRounds, HashAlgorithmName.SHA256, HostSettings.HashBytes);
}
