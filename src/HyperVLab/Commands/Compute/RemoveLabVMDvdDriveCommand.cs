using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Takes DVD drives out of virtual machines that are off. The images stay.</summary>
/// <example>
/// <code>Remove-LabVMDvdDrive web01 1 0</code>
/// Takes the DVD drive out of web01 that it got when it was made.
/// </example>
/// <example>
/// <code>Get-LabVMDvdDrive web01 | Remove-LabVMDvdDrive</code>
/// Takes all DVD drives out of web01.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMDvdDrive", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(DvdDrive))]
public sealed class RemoveLabVMDvdDriveCommand : LabPassthruCmdlet<DvdDrive>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [Alias("PSComputerName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The drives, as Get-LabVMDvdDrive writes them.</summary>
    [Parameter(ParameterSetName = "VMDvdDrive", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DvdDrive[] VMDvdDrive { get; set; } = [];

    /// <summary>The virtual machine's name.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string VMName { get; set; } = string.Empty;

    /// <summary>The controller on which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 1)]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>The location at which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 2)]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<DvdDrive> Targets() => ParameterSetName == "VMDvdDrive"
        ? VMDvdDrive
        : VMDeviceTargets.KnownAt<DvdDrive, VMDvdDriveView>(
            Named<VirtualMachineView, VirtualMachine>([VMName], VMTargets.On(Handle, ComputerName))
                .SelectMany(static vm => vm.DVDDrives),
            null,
            ControllerNumber,
            ControllerLocation);

    /// <inheritdoc/>
    private protected override LabRequest Request(DvdDrive target) => new RemoveVMDvdDrive { Drive = target.Key };
}
