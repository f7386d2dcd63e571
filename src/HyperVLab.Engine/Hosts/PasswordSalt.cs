using System.Buffers.Binary;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>The salt for the password of an account of some name, which is the lab's and the name's own.</summary>
/// <param name="Account">The account's name.</param>
public sealed record PasswordSalt(string Account) : LabQuery<IReadOnlyList<byte>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<byte> Answer(LabState lab)
    {
        byte[] salt = new byte[SecretVerifier.SaltBytes];
        string purpose = $"password-salt {Account.ToUpperInvariant()}";
        for (int at = 0; at < salt.Length; at += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64BigEndian(salt.AsSpan(at), lab.Draws.Bits(purpose, 0, at));
        }

        return salt;
    }
}
