using System.Buffers.Binary;

namespace HyperVLab.Engine.Requests;

/// <summary>
/// The salt for a secret in the next request: drawn from the lab's seed, and another one for each request, so that the
/// same script makes the same journal again and no two secrets of a lab have one salt.
/// </summary>
/// <param name="Purpose">Which of the request's secrets it is for.</param>
public sealed record SecretSalt(string Purpose) : LabQuery<IReadOnlyList<byte>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<byte> Answer(LabState lab) =>
        Draw(lab, $"secret-salt {Purpose}", lab.Jobs.NextNumber);

    /// <summary>Draws a salt.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="key">For which one of these.</param>
    internal static byte[] Draw(LabState lab, string purpose, long key)
    {
        byte[] salt = new byte[SecretVerifier.SaltBytes];
        for (int at = 0; at < salt.Length; at += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64BigEndian(salt.AsSpan(at), lab.Draws.Bits(purpose, key, at));
        }

        return salt;
    }
}
