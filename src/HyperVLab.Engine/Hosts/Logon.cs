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
        Account? account = null;
        foreach (Account one in lab.Accounts)
        {
            account ??= IsMeant(one) ? one : null;
        }

        // An unknown name and a wrong password are told alike, or names could be found out.
        bool isRight = account is not null
            && (Password is null || (account.PasswordVerifier is { } kept && SecretVerifier.Fits(kept, Password)));
        return isRight ? account!.Key : throw DirectoryErrors.LogonFailed.For(Account, Account);
    }

    private bool IsMeant(Account account) =>
        string.Equals(account.Name, Account, StringComparison.OrdinalIgnoreCase)
        || string.Equals(
            account.Name[(account.Name.IndexOf('\\', StringComparison.Ordinal) + 1)..],
            Account,
            StringComparison.OrdinalIgnoreCase);
}
