using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HardwareProfile = HyperVLab.Objects.HardwareProfile;

namespace HyperVLab.Commands.Management;

/// <summary>Changes a hardware profile. What was made of it stays as it is.</summary>
/// <example>
/// <code>Set-LabHardwareProfile Large -MemoryMB 16384</code>
/// Gives machines that are made from now on 16 GB.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabHardwareProfile", SupportsShouldProcess = true)]
[Alias("Set-HardwareProfile")]
[OutputType(typeof(HardwareProfile))]
public sealed class SetLabHardwareProfileCommand : VmmRequestCmdlet
{
    /// <summary>The profile.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<HardwareProfileView>))]
    [ValidateNotNullOrEmpty]
    public string HardwareProfile { get; set; } = null!;

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

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
    private protected override string TargetName => HardwareProfile;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetHardwareProfile
    {
        HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile)!.Value,
        Name = Name,
        Description = Description,
        CPUCount = CPUCount,
        MemoryMB = MemoryMB,
        CPULimitForMigration = CPULimitForMigration,
    };
}
