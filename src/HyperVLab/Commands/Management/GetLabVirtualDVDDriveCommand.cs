using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the DVD drives of virtual machines on managed hosts.</summary>
/// <example>
/// <code>Get-LabVirtualDVDDrive -VM web01</code>
/// Lists the DVD drives of web01 with what is in them.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVirtualDVDDrive", DefaultParameterSetName = "All")]
[Alias("Get-VirtualDVDDrive")]
[OutputType(typeof(VirtualDVDDrive))]
public sealed class GetLabVirtualDVDDriveCommand : VmmReadingCmdlet
{
    /// <summary>All of them, as without any parameter.</summary>
    [Parameter(ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    /// <summary>The virtual machine's name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "VM", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? VM { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? vm = VmmNames.Machine(Handle, VM)?.Number;
        Write<VirtualDVDDriveView, VirtualDVDDrive>(
            null,
            static view => view.ServerKey,
            view => view.ServerKey is not null && (vm is null || view.VMKey == vm));
    }
}
