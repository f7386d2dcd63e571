using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using VMTemplate = HyperVLab.Objects.VMTemplate;

namespace HyperVLab.Commands.Management;

/// <summary>Makes a template, of which virtual machines are made.</summary>
/// <remarks>
/// It is made of a virtual hard disk of the library, of another template, or of a virtual machine. The latter is
/// destroyed: sysprep runs in its guest, its disk goes to the library, and the machine is removed.
/// Passwords and product keys come as credentials and secure strings. What the lab keeps of them is a salted hash, by
/// which one that is given can be held against it, and never what they are: no job, script, journal or export has them.
/// </remarks>
/// <example>
/// <code>New-LabVMTemplate Web -VirtualHardDisk base.vhd -GuestOSProfile Web</code>
/// Makes a template of a generalized disk in the library.
/// </example>
/// <example>
/// <code>New-LabVMTemplate Web -VM web01 -SharePath \\LIB1\Library\templates</code>
/// Makes a template of web01, which is no more afterwards.
/// </example>
[Cmdlet(
    VerbsCommon.New,
    "LabVMTemplate",
    DefaultParameterSetName = "NewTemplateFromVirtualDisk",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMTemplate))]
[Alias("New-Template")]
public sealed class NewLabVMTemplateCommand : NewMachineCmdlet
{
    /// <summary>The virtual hard disk, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewTemplateFromVirtualDisk")]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? VirtualHardDisk { get; set; }

    /// <summary>The template that it begins as.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewTemplateFromTemplate")]
    [ArgumentCompleter(typeof(NameCompleter<VMTemplateView>))]
    [Alias("Template")]
    [ValidateNotNullOrEmpty]
    public string? VMTemplate { get; set; }

    /// <summary>The virtual machine that becomes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewTemplateFromVm", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? VM { get; set; }

    /// <summary>The library server of the only share that the machine's disk can go to.</summary>
    [Parameter(ParameterSetName = "NewTemplateFromVm")]
    [ArgumentCompleter(typeof(NameCompleter<LibraryServerView>))]
    [ValidateNotNullOrEmpty]
    public string? LibraryServer { get; set; }

    /// <summary>
    /// Where the machine's disk goes: the network path of a library share, or of a folder in it. Without it, the only
    /// share.
    /// </summary>
    [Parameter(ParameterSetName = "NewTemplateFromVm")]
    [ValidateNotNullOrEmpty]
    public string? SharePath { get; set; }

    /// <summary>Leaves guests as they are on the disk.</summary>
    [Parameter]
    public SwitchParameter NoCustomization { get; set; }

    /// <summary>The Virtual Machine Manager server. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => Made(new NewVMTemplate
    {
        Name = Name,
        Description = Description,
        VirtualHardDisk = VirtualHardDisk is null
            ? null
            : VmmNames.Resource(Handle, VirtualHardDisk, LibraryResourceKind.VirtualHardDisk),
        VMTemplate = VmmNames.Template(Handle, VMTemplate),
        VM = VmmNames.Machine(Handle, VM),
        SharePath = SharePath ?? VmmNames.OnlyShareOf(Handle, LibraryServer),
        HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile),
        GuestOSProfile = VmmNames.Guest(Handle, GuestOSProfile),
        NoCustomization = NoCustomization,
        VMMServer = VmmNames.Server(Handle, VMMServer),
    });
}
