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
/// <example>
/// <code>New-LabHardwareProfile Clustered -HardwareProfile Large -HighlyAvailable $true</code>
/// The same for machines that a cluster keeps.
/// </example>
[Cmdlet(VerbsCommon.New, "LabHardwareProfile", SupportsShouldProcess = true)]
[Alias("New-HardwareProfile")]
[OutputType(typeof(HardwareProfile))]
public sealed class NewLabHardwareProfileCommand : HardwareCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The hardware profile that it begins as.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<HardwareProfileView>))]
    [ValidateNotNullOrEmpty]
    public string? HardwareProfile { get; set; }

    /// <summary>The Virtual Machine Manager server. Without it, the only one of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => Made(new NewHardwareProfile
    {
        Name = Name,
        HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile),
        VMMServer = VmmNames.Server(Handle, VMMServer),
    });
}
