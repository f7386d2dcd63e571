using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Makes an account in a domain. It may nothing in the lab until somebody gives it a role.</summary>
public sealed record NewADUser : LabRequest
{
    // What a SAM account name cannot have (Microsoft, "User naming attributes").
    private const string Forbidden = "\"/\\[]:;|=,+*?<>@";

    /// <summary>Its name without its domain.</summary>
    public required string Name { get; init; }

    /// <summary>The domain, by its DNS or NetBIOS name; null for the lab's first.</summary>
    public string? Server { get; init; }

    /// <summary>The verifier of its password, as <see cref="SecretVerifier"/> makes it; null for none.</summary>
    [ShownAs("(Read-Host Password -AsSecureString)")]
    [Target("AccountPassword")]
    public string? AccountPasswordVerifier { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > HostSettings.MaxAccountName
            || Name.Any(static letter => char.IsControl(letter) || Forbidden.Contains(letter))
            || Name.EndsWith('.') || Name.Trim() != Name)
        {
            throw DirectoryErrors.AccountName.For(
                Name, Name, HostSettings.MaxAccountName.ToString(CultureInfo.InvariantCulture));
        }

        if (AccountPasswordVerifier is { } verifier && !SecretVerifier.IsOne(verifier))
        {
            throw DirectoryErrors.PasswordVerifierInvalid.For(Name);
        }

        DirectoryDomain domain = Domain(lab) ?? throw DirectoryErrors.NoSuchDomain.For(Server, Server ?? "the lab's");
        if (!lab.Computers[domain.Controller].IsRunning)
        {
            throw DirectoryErrors.DirectoryNotContacted.For(
                domain.Name, domain.Name, lab.NameOf(domain.Controller));
        }

        string full = $@"{domain.NetBiosName}\{Name}";
        bool isTaken = LocalGroups.FindPrincipal(lab, domain, full) is not null
            || DirectoryServices.Find(lab, domain.Key, Name) is not null;
        if (isTaken)
        {
            throw DirectoryErrors.AccountExists.For(full, full);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Account account = HostFactory.AddAccount(
            lab, Domain(lab)!, Name, isLabAdministrator: false, canCreateComputerObjects: false);
        account.KeepPassword(AccountPasswordVerifier);
        job.Give(account.Key);
    }

    private DirectoryDomain? Domain(LabState lab) => Server is { } name
        ? DirectoryServices.FindDomain(lab, name)
        : lab.Domains.FirstOrDefault();
}
