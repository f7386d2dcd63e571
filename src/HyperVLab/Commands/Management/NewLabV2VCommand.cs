using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Converts a virtual machine of VMware, on an ESX host or in the library, into one of Hyper-V.</summary>
/// <remarks>
/// Its configuration (.vmx) and the disks that it names (.vmdk: monolithic and split, sparse, stream-optimised, flat)
/// stand in one folder of a share of the library; Copy-LabFile brings them there. The disks become dynamic VHDs: of
/// what the volumes use where that is known, and with a Windows set to find its disk, as Convert-LabP2V does it. They
/// are sent to the host in the background and go on after any break where they were. The source stays as it was.
///
/// With -VM the machine's disks come from its ESX host, of which Virtual Machine Manager must have credentials.
/// </remarks>
/// <example>
/// <code>New-LabV2V \\LIB1\Library\web01\web01.vmx -VMHost HV1 -VirtualNetwork VMs -StartVM</code>
/// Makes a virtual machine of HV1 of one of VMware, and starts it.
/// </example>
/// <example>
/// <code>Get-LabVM web01 | Stop-LabVM -Passthru | New-LabV2V -VMHost HV1 -Name web01v</code>
/// Converts a machine of an ESX host, which stays there.
/// </example>
[Cmdlet(VerbsCommon.New, "LabV2V", DefaultParameterSetName = "Parse", SupportsShouldProcess = true)]
[Alias("New-V2V")]
[OutputType(typeof(VirtualMachine))]
public sealed class NewLabV2VCommand : VmmRequestCmdlet
{
    /// <summary>The network path of its configuration in the library.</summary>
    [Parameter(ParameterSetName = "Parse", Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? VMXPath { get; set; }

    /// <summary>The virtual machine, which is off, on a managed host of VMware ESX.</summary>
    [Parameter(ParameterSetName = "FromVM", Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? VM { get; set; }

    /// <summary>
    /// The host that gets the virtual machine; Virtual Machine Manager must manage it. Without it, the one that
    /// placement rates best; a step of the job says which and why.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? VMHost { get; set; }

    /// <summary>The group in which the best host is looked for, by name or place. Without it, all.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>What the virtual machine is called. Without it, as its configuration says.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// The folder of the host in which the virtual machine gets its own. Without it, the host's default.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Its memory in megabytes. Without it, as its configuration says.</summary>
    [Parameter]
    public int? MemoryMB { get; set; }

    /// <summary>Its processors. Without it, as its configuration says.</summary>
    [Parameter]
    [Alias("ProcessorCount")]
    public byte? CPUCount { get; set; }

    /// <summary>The virtual switch of the host to which it is connected. Without it, none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? VirtualNetwork { get; set; }

    /// <summary>Starts the virtual machine in the end.</summary>
    [Parameter]
    public SwitchParameter StartVM { get; set; }

    /// <summary>Puts no integration services into the copy.</summary>
    [Parameter]
    public SwitchParameter SkipInstallVirtualizationGuestServices { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMXPath ?? VM!;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewV2V
    {
        VMXPath = VMXPath,
        VM = VmmNames.Machine(Handle, VM),
        VMHost = VMHost is null ? null : ComputerNames.Host(Handle, VMHost),
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        Name = Name,
        Path = Path,
        MemoryMB = MemoryMB,
        CPUCount = CPUCount,
        VirtualNetwork = VirtualNetwork,
        StartVM = StartVM,
        SkipInstallVirtualizationGuestServices = SkipInstallVirtualizationGuestServices,
    };
}
