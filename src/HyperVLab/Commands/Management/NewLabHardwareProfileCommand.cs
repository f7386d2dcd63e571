using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HardwareProfile = HyperVLab.Objects.HardwareProfile;

namespace HyperVLab.Commands.Management;

/// <summary>Keeps what a virtual machine is made of under a name.</summary>
/// <example>
/// <code>New-LabHardwareProfile Large -CPUCount 4 -MemoryMB 8192</code>
/// Keeps four processors and 8 GB as Large.
/// </example>
[Cmdlet(VerbsCommon.New, "LabHardwareProfile", SupportsShouldProcess = true)]
[Alias("New-HardwareProfile")]
[OutputType(typeof(HardwareProfile))]
public sealed class NewLabHardwareProfileCommand : VmmServerCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The hardware profile that it begins as.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<HardwareProfileView>))]
    [ValidateNotNullOrEmpty]
    public string? HardwareProfile { get; set; }

    /// <summary>How many processors.</summary>
    [Parameter]
    [Alias("ProcessorCount")]
    [ValidateNotNull]
    public byte? CPUCount { get; set; }

    /// <summary>How much memory, in megabytes.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? MemoryMB { get; set; }

    /// <summary>Whether processors hide what differs between generations, so that machines can move.</summary>
    [Parameter]
    [Alias("LimitCPUForMigration")]
    [ValidateNotNull]
    public bool? CPULimitForMigration { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewHardwareProfile
    {
        Name = Name,
        Description = Description,
        HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile),
        CPUCount = CPUCount,
        MemoryMB = MemoryMB,
        CPULimitForMigration = CPULimitForMigration,
        VMMServer = Server,
    };
}
