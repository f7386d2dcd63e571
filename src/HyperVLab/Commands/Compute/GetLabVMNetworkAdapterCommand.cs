using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Gets virtual network adapters: of virtual machines, of checkpoints, or of the management operating system.
/// </summary>
/// <remarks>
/// The address of an adapter is that of its guest, shown while the guest runs.
/// </remarks>
/// <example>
/// <code>Get-LabVMNetworkAdapter web01</code>
/// Lists the adapters of web01 with switch and addresses.
/// </example>
/// <example>
/// <code>Get-LabVMNetworkAdapter -All</code>
/// Lists the adapters of all machines.
/// </example>
/// <example>
/// <code>Get-LabVMNetworkAdapter -ManagementOS -SwitchName VMs</code>
/// Lists the adapters that hosts themselves have on their switch VMs.
/// </example>
/// <example>
/// <code>Get-LabVMSnapshot web01 -Name before | Get-LabVMNetworkAdapter</code>
/// Lists the adapters that web01 had at its checkpoint.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName")]
[OutputType(typeof(VMNetworkAdapter), typeof(VMInternalNetworkAdapter), typeof(VMSnapshotNetworkAdapter))]
public sealed class GetLabVMNetworkAdapterCommand : LabCmdlet
{
    /// <summary>Only emulated adapters, or only others.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    public bool IsLegacy { get; set; }

    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "All")]
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "ManagementOS")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The checkpoint, as Get-LabVMSnapshot writes it.</summary>
    [Parameter(ParameterSetName = "VMSnapshot", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMCheckpoint")]
    [ValidateNotNull]
    public VMSnapshot VMSnapshot { get; set; } = null!;

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>The adapters' name. Wildcards are permitted.</summary>
    [Parameter(Position = 1)]
    [Alias("VMNetworkAdapterName")]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <summary>The adapters of all virtual machines.</summary>
    [Parameter(ParameterSetName = "All", Mandatory = true)]
    public SwitchParameter All { get; set; }

    /// <summary>The adapters of the management operating system.</summary>
    [Parameter(ParameterSetName = "ManagementOS", Mandatory = true)]
    public SwitchParameter ManagementOS { get; set; }

    /// <summary>Only those on this virtual switch. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "ManagementOS")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ManagementOS)
        {
            WriteObject(ManagementTargets.Find(Handle, ComputerName, Name, SwitchName), enumerateCollection: true);
            return;
        }

        if (ParameterSetName == "VMSnapshot")
        {
            WriteObject(VMDeviceTargets.Adapters(VMSnapshot, Name), enumerateCollection: true);
            return;
        }

        IEnumerable<VirtualMachine> machines = ParameterSetName == "VMObject"
            ? VM
            : Named<VirtualMachineView, VirtualMachine>(All ? null : VMName, VMTargets.On(Handle, ComputerName));
        bool isAsked = MyInvocation.BoundParameters.ContainsKey(nameof(IsLegacy));
        WriteObject(
            VMDeviceTargets.Adapters(machines, Name is null ? null : [Name])
                .Where(adapter => !isAsked || adapter.IsLegacy == IsLegacy),
            enumerateCollection: true);
    }
}
