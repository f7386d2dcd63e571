using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Management;

/// <summary>
/// Lets Virtual Machine Manager make a virtual machine of a template, of a disk of the library, or of another machine.
/// </summary>
/// <remarks>
/// Of a template, its guest is customized: it gets a security identifier, a computer name and what else the template's
/// guest settings say. A copy of a disk or of another machine is left as it is, and keeps the name and the identifier
/// of its source. With -UseDiffDiskOptimization its disk differs from one copy that all machines of the host share.
/// Without -VMHost it goes to the host that placement rates best, in -VMHostGroup or of all; a step of the job says
/// which and why, and docs/placement.md how.
/// Passwords and product keys come as credentials and secure strings. What the lab keeps of them is a salted hash, by
/// which one that is given can be held against it, and never what they are: no job, script, journal or export has them.
/// </remarks>
/// <example>
/// <code>New-LabVirtualMachine web01 -VMTemplate Web -VMHost HV1 -ComputerName WEB01 -StartVM</code>
/// Makes web01 of a template, and starts it.
/// </example>
/// <example>
/// <code>New-LabVirtualMachine web02 -VMTemplate Web -VMHostGroup 'Rack 1' -JobVariable job; $job.Steps</code>
/// Makes web02 on the best host of Rack 1, and shows why it is there.
/// </example>
/// <example>
/// <code>1..10 | % { New-LabVirtualMachine "web$_" -VMTemplate Web -VMHost HV1 -UseDiffDiskOptimization }</code>
/// Makes ten machines whose disks differ from one.
/// </example>
/// <example>
/// <code>New-LabVirtualMachine copy -VM web01 -VMHost HV2</code>
/// Copies a machine that is off, its identity included.
/// </example>
[Cmdlet(
    VerbsCommon.New,
    "LabVirtualMachine",
    DefaultParameterSetName = "NewVmFromTemplate",
    SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class NewLabVirtualMachineCommand : NewMachineCmdlet
{
    /// <summary>The template.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVmFromTemplate", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMTemplateView>))]
    [Alias("Template")]
    [ValidateNotNullOrEmpty]
    public string? VMTemplate { get; set; }

    /// <summary>The virtual hard disk, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVmFromVirtualDisk")]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? VirtualHardDisk { get; set; }

    /// <summary>The virtual machine that is copied.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVmFromVm")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? VM { get; set; }

    /// <summary>The configuration, as Update-LabVMConfiguration placed it. It is used up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVmFromVmConfig")]
    [ArgumentCompleter(typeof(NameCompleter<VMConfigurationView>))]
    [ValidateNotNullOrEmpty]
    public string? VMConfiguration { get; set; }

    /// <summary>The host. Without it, the one that placement rates best.</summary>
    [Parameter(ParameterSetName = "NewVmFromTemplate")]
    [Parameter(ParameterSetName = "NewVmFromVirtualDisk")]
    [Parameter(ParameterSetName = "NewVmFromVm")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    [Alias("Host")]
    public string? VMHost { get; set; }

    /// <summary>The group in which the best host is looked for, by name or place. Without it, all.</summary>
    [Parameter(ParameterSetName = "NewVmFromTemplate")]
    [Parameter(ParameterSetName = "NewVmFromVirtualDisk")]
    [Parameter(ParameterSetName = "NewVmFromVm")]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>
    /// The folder of the host in which a folder of the machine's name is made for its files. Without it, the host's
    /// default.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Lets its disk differ from one of the host's, in place of being whole.</summary>
    [Parameter]
    public SwitchParameter UseDiffDiskOptimization { get; set; }

    /// <summary>The virtual switch of the host to connect it to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <summary>Starts it when it is made.</summary>
    [Parameter]
    public SwitchParameter StartVM { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => Made(new NewVirtualMachine
    {
        Name = Name,
        Description = Description,
        VMTemplate = VmmNames.Template(Handle, VMTemplate),
        VirtualHardDisk = VirtualHardDisk is null
            ? null
            : VmmNames.Resource(Handle, VirtualHardDisk, LibraryResourceKind.VirtualHardDisk),
        VM = VmmNames.Machine(Handle, VM),
        VMConfiguration = VmmNames.Configuration(Handle, VMConfiguration),
        VMHost = VMHost is null ? null : ComputerNames.Host(Handle, VMHost),
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        Path = Path,
        UseDiffDiskOptimization = UseDiffDiskOptimization,
        HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile),
        GuestOSProfile = VmmNames.Guest(Handle, GuestOSProfile),
        SwitchName = SwitchName,
        StartVM = StartVM,
    });
}
