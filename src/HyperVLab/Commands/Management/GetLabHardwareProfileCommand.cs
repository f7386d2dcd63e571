using System.Management.Automation;
using HyperVLab.Engine.Management;
using HardwareProfile = HyperVLab.Objects.HardwareProfile;

namespace HyperVLab.Commands.Management;

/// <summary>Gets hardware profiles of the library.</summary>
/// <example>
/// <code>Get-LabHardwareProfile</code>
/// Lists the hardware profiles.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabHardwareProfile")]
[Alias("Get-HardwareProfile")]
[OutputType(typeof(HardwareProfile))]
public sealed class GetLabHardwareProfileCommand : VmmReadingCmdlet
{
    /// <summary>All of them, as without any parameter.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Write<HardwareProfileView, HardwareProfile>(null, static view => view.ServerKey);
}
