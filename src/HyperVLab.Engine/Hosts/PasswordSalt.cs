using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// The salt for the password of an account of some name, which is the lab's and the name's own, whether or not there is
/// such an account.
/// </summary>
/// <param name="Account">The account's name, with its domain or without.</param>
public sealed record PasswordSalt(string Account) : LabQuery<IReadOnlyList<byte>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<byte> Answer(LabState lab) =>
        SecretSalt.Draw(lab, $"password-salt {Accounts.WithoutDomain(Account).ToUpperInvariant()}", 0);
}
