using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>
/// Sets what Hyper-V does on hosts unless a virtual machine says otherwise, or what Virtual Machine Manager's placement
/// does with them.
/// </summary>
/// <remarks>
/// Remote management must be enabled on the host, unless it was entered with Enter-LabHost. Reserves,
/// -AvailableForPlacement and -Description are of hosts that Virtual Machine Manager manages, and set by themselves.
///
/// Hosts look only at their own addresses: where the ranges of two overlap, two virtual machines may get one address,
/// and the switches between them see it move from port to port (Get-LabPhysicalSwitchMacAddress). Adapters keep the
/// address they have; a virtual machine that is started where its dynamic address is of no range draws a new one.
/// </remarks>
/// <example>
/// <code>Set-LabVMHost HVR2NODO1 -VirtualMachinePath C:\VMs -VirtualHardDiskPath C:\VMs</code>
/// Puts new virtual machines of HVR2NODO1 into C:\VMs.
/// </example>
/// <example>
/// <code>Set-LabVMHost HVR2NODO1 -MacAddressMinimum 00155D010000 -MacAddressMaximum 00155D0103FF</code>
/// Gives virtual machines that start on HVR2NODO1 dynamic addresses of a range of 1,024.
/// </example>
/// <example>
/// <code>Set-LabVMHost HV1 -MemoryReserveMB 2048 -CPUPercentageReserve 30</code>
/// Lets placement leave 2 GB and 30 % of the processors of HV1 free.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMHost", SupportsShouldProcess = true)]
[OutputType(typeof(VMHost))]
public sealed class SetLabVMHostCommand : LabPassthruCmdlet<VMHost>
{
    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Where virtual machines' configurations go: a folder of the host.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VirtualMachinePath { get; set; }

    /// <summary>Where virtual hard disks go: a folder of the host.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VirtualHardDiskPath { get; set; }

    /// <summary>
    /// The lowest dynamic MAC address that the host gives: twelve hexadecimal digits, with or without separators. Its
    /// first three bytes are those of the maximum.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MacAddressMinimum { get; set; }

    /// <summary>The highest dynamic MAC address that the host gives.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MacAddressMaximum { get; set; }

    /// <summary>What a managed host is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>Whether placement may choose a managed host.</summary>
    [Parameter]
    public bool? AvailableForPlacement { get; set; }

    /// <summary>What placement leaves free of a managed host's processors, in percent.</summary>
    [Parameter]
    [ValidateNotNull]
    public ushort? CPUPercentageReserve { get; set; }

    /// <summary>What placement leaves free of its memory, in megabytes.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateRange(0, int.MaxValue)]
    public int? MemoryReserveMB { get; set; }

    /// <summary>What placement leaves free of each of its volumes, in megabytes.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateRange(0, int.MaxValue)]
    public int? DiskSpaceReserveMB { get; set; }

    /// <summary>What placement leaves free of its network, in percent.</summary>
    [Parameter]
    [ValidateNotNull]
    public ushort? NetworkPercentageReserve { get; set; }

    /// <summary>What placement leaves free of its disk I/O, in operations a second.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateRange(0, int.MaxValue)]
    public int? MaxDiskIOReservation { get; set; }

    /// <summary>
    /// Whether a managed host has reserves of its own; with $false it has those of its group, which Set-LabHostReserve
    /// sets. One that is given is its own.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public bool? OverrideHostGroupReserves { get; set; }

    /// <summary>The credentials of an ESX host's root, by which its files are sent.</summary>
    [Parameter]
    [Alias("PerimeterNetworkHostCredential")]
    [Credential]
    [ValidateNotNull]
    public PSCredential? VMHostManagementCredential { get; set; }

    private bool IsForPlacement => VMHostManagementCredential is not null
        || Description is not null || AvailableForPlacement is not null
        || CPUPercentageReserve is not null || MemoryReserveMB is not null || DiskSpaceReserveMB is not null
        || NetworkPercentageReserve is not null || MaxDiskIOReservation is not null
        || OverrideHostGroupReserves is not null;

    private bool IsForHypervisor => VirtualMachinePath is not null || VirtualHardDiskPath is not null
        || MacAddressMinimum is not null || MacAddressMaximum is not null;

    /// <inheritdoc/>
    private protected override IEnumerable<VMHost> Targets() =>
        HostTargets.Find(Handle, ComputerName, action => Guard(action))
            .Select(host => LabObjects.Of<VMHost>(host.Handle, host.Handle.Lab.View<VMHostView>(host.Number)!));

    /// <inheritdoc/>
    private protected override LabRequest Request(VMHost target)
    {
        if (!IsForPlacement)
        {
            return new SetVMHost
            {
                Computer = target.Key,
                VirtualMachinePath = VirtualMachinePath,
                VirtualHardDiskPath = VirtualHardDiskPath,
                MacAddressMinimum = MacAddressMinimum,
                MacAddressMaximum = MacAddressMaximum,
            };
        }

        return IsForHypervisor
            ? throw ModuleErrors.HostSettingsMixed.For(target.Name)
            : new SetManagedVMHost
            {
                Computer = target.Key,
                Description = Description,
                AvailableForPlacement = AvailableForPlacement,
                CPUPercentageReserve = CPUPercentageReserve,
                MemoryReserveMB = MemoryReserveMB,
                DiskSpaceReserveMB = DiskSpaceReserveMB,
                NetworkPercentageReserve = NetworkPercentageReserve,
                MaxDiskIOReservation = MaxDiskIOReservation,
                OverrideHostGroupReserves = OverrideHostGroupReserves,
                UserName = VMHostManagementCredential?.UserName,
            };
    }
}
