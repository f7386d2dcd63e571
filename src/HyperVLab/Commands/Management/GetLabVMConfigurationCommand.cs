using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using VMConfiguration = HyperVLab.Objects.VMConfiguration;

namespace HyperVLab.Commands.Management;

/// <summary>Gets how virtual machines are to be made of templates, and where.</summary>
/// <example>
/// <code>Get-LabVMConfiguration -All | Where-Object Name -eq web01</code>
/// Gets the configuration of web01.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMConfiguration", DefaultParameterSetName = "All")]
[OutputType(typeof(VMConfiguration))]
public sealed class GetLabVMConfigurationCommand : LabCmdlet
{
    /// <summary>All of them, as without any parameter.</summary>
    [Parameter(ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    /// <summary>Only those of this server.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        WriteObject(
            Named<VMConfigurationView, VMConfiguration>(null, view => server is null || view.ServerKey == server),
            enumerateCollection: true);
    }
}
