using System.Management.Automation;
using HyperVLab.Binding;
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
public sealed class GetLabHardwareProfileCommand : LabCmdlet
{
    /// <summary>All of them, as without any parameter.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Only those of this server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        WriteObject(
            Named<HardwareProfileView, HardwareProfile>(null, view => server is null || view.ServerKey == server),
            enumerateCollection: true);
    }
}
