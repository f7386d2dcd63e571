using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A template, as Get-LabVMTemplate writes it. It shows no secret.</summary>
public sealed class VMTemplate : LabObject<VMTemplateView, Engine.Management.VMTemplate>
{
    internal VMTemplate(LabHandle handle, VMTemplateView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>Whether machines can be made of it: its disk is there.</summary>
    public LibraryResourceState State => View.State;

    /// <summary>Its disk's name in the library; null while it has none.</summary>
    public string? VirtualHardDisk => View.VirtualHardDisk;

    /// <summary>Whether guests are customized.</summary>
    public bool IsCustomizable => View.Guest is not null;

    /// <summary>How many processors.</summary>
    public int CPUCount => View.Hardware.CPUCount;

    /// <summary>How much memory, in megabytes.</summary>
    public int Memory => View.Hardware.MemoryMB;

    /// <summary>Whether a cluster keeps machines that are made of it.</summary>
    public bool IsHighlyAvailable => View.Hardware.HighlyAvailable;

    /// <summary>Whether processors hide what differs between generations.</summary>
    public bool LimitCPUForMigration => View.Hardware.CPULimitForMigration;

    /// <summary>The computer's name; * for one that is drawn.</summary>
    public string? ComputerName => View.Guest?.ComputerName;

    /// <summary>The domain that guests join.</summary>
    public string? Domain => View.Guest?.Domain;

    /// <summary>Their workgroup.</summary>
    public string? Workgroup => View.Guest?.Workgroup;

    /// <summary>Whom they are licensed to.</summary>
    public string? FullName => View.Guest?.FullName;

    /// <summary>Which organisation they are licensed to.</summary>
    public string? OrgName => View.Guest?.OrganizationName;

    /// <summary>The number of their time zone.</summary>
    public int? TimeZone => View.Guest?.TimeZone;

    /// <summary>Whether their administrator gets a password.</summary>
    public bool HasLocalAdministratorCredential => View.Guest?.HasAdministratorPassword ?? false;

    /// <summary>Whether they get a product key.</summary>
    public bool HasProductKey => View.Guest?.HasProductKey ?? false;

    /// <summary>The answer file that is used too.</summary>
    public string? AnswerFile => View.Guest?.AnswerFile;

    /// <summary>What they run when somebody first logs on.</summary>
    public string[] GuiRunOnceCommands => [.. View.Guest?.GuiRunOnceCommands ?? []];

    /// <summary>The operating system.</summary>
    public string? OperatingSystem => View.Guest?.OperatingSystem;

    /// <summary>When it was made, since the lab began.</summary>
    public TimeSpan AddedTime => View.AddedAt;

    /// <summary>When it was last changed, since the lab began.</summary>
    public TimeSpan ModifiedTime => View.ModifiedAt;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
