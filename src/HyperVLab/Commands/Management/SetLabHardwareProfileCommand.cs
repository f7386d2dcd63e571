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
public sealed class SetLabHardwareProfileCommand : HardwareCmdlet
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

    /// <inheritdoc/>
    private protected override string TargetName => HardwareProfile;

    /// <inheritdoc/>
    private protected override LabRequest Request() => Made(new SetHardwareProfile
    {
        HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile)!.Value,
        Name = Name,
    });
}
