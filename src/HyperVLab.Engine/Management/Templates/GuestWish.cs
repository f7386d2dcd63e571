using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A request that says what a guest operating system is told; null for what stays as it is.</summary>
public abstract record GuestWish : LabRequest
{
    /// <summary>The computer's name, of 1 to 15 characters; <c>*</c> for one that is drawn.</summary>
    public string? ComputerName { get; init; }

    /// <summary>Whom it is licensed to.</summary>
    public string? FullName { get; init; }

    /// <summary>Which organisation it is licensed to.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>The number of its time zone.</summary>
    public int? TimeZone { get; init; }

    /// <summary>The domain that it joins.</summary>
    public string? Domain { get; init; }

    /// <summary>The account by which it joins; its password is not asked for.</summary>
    [ShownAs("(Get-Credential)")]
    public string? DomainJoinCredential { get; init; }

    /// <summary>Its workgroup, in place of a domain.</summary>
    public string? Workgroup { get; init; }

    /// <summary>The verifier of its administrator's password.</summary>
    [ShownAs("(Get-Credential Administrator)")]
    public string? LocalAdministratorCredential { get; init; }

    /// <summary>The verifier of its product key.</summary>
    [ShownAs("(Read-Host 'Product key' -AsSecureString)")]
    public string? ProductKey { get; init; }

    /// <summary>The answer file that is used too.</summary>
    public Key<LibraryResource>? AnswerFile { get; init; }

    /// <summary>Whether the answer file adds to these settings, in place of coming before them.</summary>
    public bool? MergeAnswerFile { get; init; }

    /// <summary>What it runs when somebody first logs on.</summary>
    public IReadOnlyList<string>? GuiRunOnceCommands { get; init; }

    /// <summary>The operating system.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Whether anything was said.</summary>
    private protected bool IsSaid => Apply(new GuestSettings()) is var said && said != new GuestSettings
    {
        GuiRunOnceCommands = said.GuiRunOnceCommands,
    };

    /// <summary>Refuses what no guest can be told.</summary>
    /// <exception cref="LabException">None can.</exception>
    private protected void DemandGuest(LabState lab)
    {
        GuestWishes.DemandName(ComputerName);
        GuestWishes.DemandSecret(LocalAdministratorCredential, "LocalAdministratorCredential");
        GuestWishes.DemandSecret(ProductKey, "ProductKey");
        foreach (string? text in (string?[])[FullName, OrganizationName, Domain, Workgroup, DomainJoinCredential,
            OperatingSystem, .. GuiRunOnceCommands ?? []])
        {
            Libraries.DemandText(text);
        }

        if (!string.IsNullOrEmpty(Domain) && !string.IsNullOrEmpty(Workgroup))
        {
            throw TemplateErrors.DomainAndWorkgroup.For(null);
        }

        if (AnswerFile is { } answers)
        {
            AnswerFiles.Require(lab, lab.LibraryResources[answers]);
        }
    }

    /// <summary>Settings with what was said changed.</summary>
    private protected GuestSettings Apply(GuestSettings settings) => settings with
    {
        ComputerName = ComputerName ?? settings.ComputerName,
        FullName = FullName ?? settings.FullName,
        OrganizationName = OrganizationName ?? settings.OrganizationName,
        TimeZone = TimeZone ?? settings.TimeZone,
        Domain = Domain ?? (Workgroup is null ? settings.Domain : string.Empty),
        DomainJoinAccount = DomainJoinCredential ?? settings.DomainJoinAccount,
        Workgroup = Workgroup ?? (Domain is null ? settings.Workgroup : string.Empty),
        PasswordVerifier = LocalAdministratorCredential ?? settings.PasswordVerifier,
        ProductKeyVerifier = ProductKey ?? settings.ProductKeyVerifier,
        AnswerFile = AnswerFile ?? settings.AnswerFile,
        MergeAnswerFile = MergeAnswerFile ?? settings.MergeAnswerFile,
        GuiRunOnceCommands = GuiRunOnceCommands ?? settings.GuiRunOnceCommands,
        OperatingSystem = OperatingSystem ?? settings.OperatingSystem,
    };
}
