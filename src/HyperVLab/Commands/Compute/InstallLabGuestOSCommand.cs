using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Installs an operating system on the boot disks of virtual machines that are off.</summary>
/// <remarks>
/// What is installed stands in the disk's own bytes: operating system, computer name, security identifier, address. A
/// copy of the file boots the same guest. The boot disk is the first on an IDE controller. This cmdlet has no
/// counterpart in the real modules. </remarks> <example> <code>Install-LabGuestOS web01 'Windows Server 2008 R2
/// Enterprise' -IPAddress 192.168.10.61</code> Installs a guest named web01 that answers under 192.168.10.61 when it
/// has booted. </example> <example> <code>Get-LabVM web* | Install-LabGuestOS -OperatingSystem 'Windows Server 2008 R2
/// Web'</code> Installs guests that take their addresses from the lab's pool. </example>
[Cmdlet(VerbsLifecycle.Install, "LabGuestOS", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class InstallLabGuestOSCommand : LabPassthruCmdlet<VirtualMachine>
{
    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>
    /// The operating system's name. Windows Server 2008 and later bring their integration services along.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string OperatingSystem { get; set; } = string.Empty;

    /// <summary>The name of the guest's computer. Without it, that of the virtual machine.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The guest's address. Without it, the guest asks the lab's pool for one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IPAddress { get; set; }

    /// <summary>How many leading bits of the address name its subnet. Without it, 24.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? PrefixLength { get; set; }

    /// <summary>The gateway of its subnet.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DefaultGateway { get; set; }

    /// <summary>How long the guest boots, in seconds. Without it, 45.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? BootSeconds { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<VirtualMachine> Targets() => ParameterSetName == "VMObject"
        ? VM
        : Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, null));

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new InstallGuestOS
    {
        VM = target.Key,
        OperatingSystem = OperatingSystem,
        ComputerName = ComputerName,
        IPAddress = IPAddress,
        PrefixLength = PrefixLength,
        DefaultGateway = DefaultGateway,
        BootSeconds = BootSeconds,
    };
}
