using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Which account of the directory it is that gives a name and a password.</summary>
/// <param name="Account">The name, with its domain or without.</param>
/// <param name="Password">The password; null where whoever asks answers for the account.</param>
public sealed record Logon(string Account, string? Password) : LabQuery<Key<Account>>
{
    /// <inheritdoc/>
    internal override Key<Account> Answer(LabState lab)
    {
        Account? account = Accounts.Find(lab, Account);

        // An unknown name and a wrong password are told alike, or names could be found out.
        bool isRight = account is not null
            && (Password is null || (account.PasswordVerifier is { } kept && SecretVerifier.Fits(kept, Password)));
        return isRight ? account!.Key : throw DirectoryErrors.LogonFailed.For(Account, Account);
    }
}
