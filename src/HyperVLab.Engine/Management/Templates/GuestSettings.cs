using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What a guest operating system is told when it is set up.</summary>
public sealed record GuestSettings
{
    /// <summary>The computer's name; <c>*</c> for one that is drawn.</summary>
    public string ComputerName { get; init; } = TemplateSettings.AnyName;

    /// <summary>Whom it is licensed to.</summary>
    public string FullName { get; init; } = string.Empty;

    /// <summary>Which organisation it is licensed to.</summary>
    public string OrganizationName { get; init; } = string.Empty;

    /// <summary>The number of its time zone; null for the image's.</summary>
    public int? TimeZone { get; init; }

    /// <summary>The domain that it joins; empty for none.</summary>
    public string Domain { get; init; } = string.Empty;

    /// <summary>The account by which it joins; empty for that of whoever deploys.</summary>
    public string DomainJoinAccount { get; init; } = string.Empty;

    /// <summary>Its workgroup; empty for WORKGROUP.</summary>
    public string Workgroup { get; init; } = string.Empty;

    /// <summary>The verifier of its administrator's password; null for none.</summary>
    public string? PasswordVerifier { get; init; }

    /// <summary>The verifier of its product key; null for the image's.</summary>
    public string? ProductKeyVerifier { get; init; }

    /// <summary>The answer file that is used too; null for none.</summary>
    public Key<LibraryResource>? AnswerFile { get; init; }

    /// <summary>Whether the answer file adds to these settings, in place of coming before them.</summary>
    public bool MergeAnswerFile { get; init; } = true;

    /// <summary>What it runs when somebody first logs on.</summary>
    public IReadOnlyList<string> GuiRunOnceCommands { get; init; } = [];

    /// <summary>The operating system; empty for what the disk says.</summary>
    public string OperatingSystem { get; init; } = string.Empty;
}
