namespace HyperVLab.Engine.Management;

/// <summary>What a guest is told, as far as anybody is to see it: of secrets only that there are some.</summary>
public sealed record GuestSettingsView
{
    /// <summary>The computer's name; <c>*</c> for one that is drawn.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Whom it is licensed to.</summary>
    public required string FullName { get; init; }

    /// <summary>Which organisation it is licensed to.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>The number of its time zone; null for the image's.</summary>
    public required int? TimeZone { get; init; }

    /// <summary>The domain that it joins; empty for none.</summary>
    public required string Domain { get; init; }

    /// <summary>The account by which it joins; empty for that of whoever deploys.</summary>
    public required string DomainJoinAccount { get; init; }

    /// <summary>Its workgroup; empty for WORKGROUP, or where it joins a domain.</summary>
    public required string Workgroup { get; init; }

    /// <summary>Whether it is given a password for its administrator.</summary>
    public required bool HasAdministratorPassword { get; init; }

    /// <summary>Whether it is given a product key.</summary>
    public required bool HasProductKey { get; init; }

    /// <summary>The answer file's name in the library; null for none.</summary>
    public required string? AnswerFile { get; init; }

    /// <summary>Whether the answer file only adds to these settings.</summary>
    public required bool MergeAnswerFile { get; init; }

    /// <summary>What it runs when somebody first logs on.</summary>
    public required IReadOnlyList<string> GuiRunOnceCommands { get; init; }

    /// <summary>The operating system; empty for what the disk says.</summary>
    public required string OperatingSystem { get; init; }

    internal static GuestSettingsView Of(LabState lab, GuestSettings guest) => new()
    {
        ComputerName = guest.ComputerName,
        FullName = guest.FullName,
        OrganizationName = guest.OrganizationName,
        TimeZone = guest.TimeZone,
        Domain = guest.Domain,
        DomainJoinAccount = guest.DomainJoinAccount,
        Workgroup = guest.Workgroup,
        HasAdministratorPassword = guest.PasswordVerifier is not null,
        HasProductKey = guest.ProductKeyVerifier is not null,
        AnswerFile = lab.LibraryResources.Find(guest.AnswerFile)?.Name,
        MergeAnswerFile = guest.MergeAnswerFile,
        GuiRunOnceCommands = guest.GuiRunOnceCommands,
        OperatingSystem = guest.OperatingSystem,
    };
}
