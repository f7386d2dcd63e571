namespace HyperVLab.Engine.Hosts;

/// <summary>Finds accounts by their names.</summary>
internal static class Accounts
{
    /// <summary>The first account of a name, with its domain or without; null where there is none.</summary>
    public static Account? Find(LabState lab, string name)
    {
        foreach (Account account in lab.Accounts)
        {
            if (string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(WithoutDomain(account.Name), name, StringComparison.OrdinalIgnoreCase))
            {
                return account;
            }
        }

        return null;
    }

    /// <summary>A name without its domain.</summary>
    public static string WithoutDomain(string name) => name[(name.IndexOf('\\', StringComparison.Ordinal) + 1)..];
}
