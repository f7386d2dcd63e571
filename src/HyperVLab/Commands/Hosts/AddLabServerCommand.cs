using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Puts a server with work of its own into the lab, which can be converted into a virtual machine.</summary>
/// <remarks>
/// It is there at once and runs: its operating system is installed on a local disk, and its first card is plugged into
/// the lab's network, where it gets an address. With -WorkRate it keeps a ledger: so many transfers a second, each
/// written through, by which a conversion can be proved to be of one instant. Devices are named by what
/// Get-LabMachineConfiguration lists, such as 'Compaq Smart-2/P RAID'; Windows PE has no drivers for some of them.
/// </remarks>
/// <example>
/// <code>Add-LabServer FILE1 -Edition WindowsServer2003Standard -ServicePack 2 -DataSizeBytes 12GB -WorkRate 50</code>
/// Puts a file server into the lab that takes down fifty transfers a second.
/// </example>
/// <example>
/// <code>Add-LabServer OLD1 -Edition Windows2000Server -ServicePack 4 -Device 'Compaq Smart-2/P RAID'</code>
/// Puts an old server into the lab whose disks Windows PE does not know.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabServer", SupportsShouldProcess = true)]
[OutputType(typeof(ServerComputer))]
public sealed class AddLabServerCommand : LabRequestCmdlet
{
    /// <summary>Its name, unique in the lab.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The edition of its operating system, as Get-LabEdition lists them.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EditionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Edition { get; set; } = null!;

    /// <summary>The service pack; none unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int ServicePack { get; set; }

    /// <summary>Filled processor sockets; 1 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? ProcessorSocketCount { get; set; }

    /// <summary>Cores in each processor; 1 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? CoresPerSocket { get; set; }

    /// <summary>Who made the processors; GenuineIntel unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ProcessorVendor { get; set; }

    /// <summary>Installed memory in bytes; 1GB unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? MemoryBytes { get; set; }

    /// <summary>Network adapters; 1 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? NetworkAdapterCount { get; set; }

    /// <summary>The speed of each network adapter in bits a second; 1 Gbit/s unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? LinkSpeedBitsPerSecond { get; set; }

    /// <summary>The size of its disk, of which two are mirrored, in bytes; 36GB unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? LocalDiskSizeBytes { get; set; }

    /// <summary>The size of the system volume in bytes. Without it, all of the disk.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? SystemVolumeSizeBytes { get; set; }

    /// <summary>What files beside the operating system's take of the system volume, in bytes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long DataSizeBytes { get; set; }

    /// <summary>
    /// Its devices, by name or hardware identifier. Without it, an IDE controller and a common network card.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerDeviceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Device { get; set; }

    /// <summary>How many transfers a second its ledger takes down; without it, it keeps none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int WorkRate { get; set; }

    /// <summary>
    /// The physical switch that its cards are plugged into. Without it, the lab's first one with a free port.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? PhysicalSwitchName { get; set; }

    /// <summary>Makes it a member of the lab's domain.</summary>
    [Parameter]
    public SwitchParameter JoinDomain { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        var standard = new AddServer { Name = Name, Edition = Edition };
        return standard with
        {
            ServicePack = ServicePack,
            ProcessorSocketCount = ProcessorSocketCount ?? standard.ProcessorSocketCount,
            CoresPerSocket = CoresPerSocket ?? standard.CoresPerSocket,
            ProcessorVendor = ProcessorVendor ?? standard.ProcessorVendor,
            MemoryBytes = MemoryBytes ?? standard.MemoryBytes,
            NetworkAdapterCount = NetworkAdapterCount ?? standard.NetworkAdapterCount,
            LinkSpeedBitsPerSecond = LinkSpeedBitsPerSecond ?? standard.LinkSpeedBitsPerSecond,
            LocalDiskSizeBytes = LocalDiskSizeBytes ?? standard.LocalDiskSizeBytes,
            SystemVolumeSizeBytes = SystemVolumeSizeBytes,
            DataSizeBytes = DataSizeBytes,
            Device = Device,
            WorkRate = WorkRate,
            PhysicalSwitch = PhysicalSwitchName is null
                ? null
                : new(ThingNames.FindOne<PhysicalSwitchView>(Handle, PhysicalSwitchName).Key),
            JoinDomain = JoinDomain,
        };
    }
}
