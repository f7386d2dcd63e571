using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Removes a hardware profile. What was made of it stays.</summary>
/// <example>
/// <code>Remove-LabHardwareProfile Large</code>
/// Removes a hardware profile.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabHardwareProfile", SupportsShouldProcess = true)]
[Alias("Remove-HardwareProfile")]
[OutputType(typeof(void))]
public sealed class RemoveLabHardwareProfileCommand : VmmRequestCmdlet
{
    /// <summary>The profile.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<HardwareProfileView>))]
    [ValidateNotNullOrEmpty]
    public string HardwareProfile { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => HardwareProfile;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveHardwareProfile
    {
        HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile)!.Value,
    };
}
