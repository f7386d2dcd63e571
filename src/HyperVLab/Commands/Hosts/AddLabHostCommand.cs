using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Puts a bare physical computer into the lab, as a blade of a chassis or on its own.</summary>
/// <remarks>
/// It is off and has no operating system: Install-LabOperatingSystem gives it one.
/// </remarks>
/// <example>
/// <code>1..2 | ForEach-Object { "BLADE$_" } | Add-LabHost -Chassis BCS -MemoryBytes 16GB</code>
/// Puts two blades into the first free bays of the chassis BCS.
/// </example>
/// <example>
/// <code>Add-LabHost HOST1 -ProcessorSocketCount 4 -CoresPerSocket 8 -MemoryBytes 256GB</code>
/// Puts a bigger computer of its own into the lab.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabHost", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class AddLabHostCommand : LabRequestCmdlet
{
    /// <summary>
    /// Its name, unique in the lab, which the operating system takes as computer name until it is renamed.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The chassis that it is a blade of. Without it, a computer on its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChassisView>))]
    [ValidateNotNullOrEmpty]
    public string? Chassis { get; set; }

    /// <summary>The bay of the chassis. Without it, the first free one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? Bay { get; set; }

    /// <summary>Filled processor sockets; 2 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? ProcessorSocketCount { get; set; }

    /// <summary>Cores in each processor; 4 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? CoresPerSocket { get; set; }

    /// <summary>Hardware threads of each core; 1 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? ThreadsPerCore { get; set; }

    /// <summary>
    /// Who made the processors; GenuineIntel unless given. Virtual machines migrate live between processors of one
    /// maker only.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ProcessorVendor { get; set; }

    /// <summary>The processors' generation, 1 unless given; later ones have higher numbers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? ProcessorGeneration { get; set; }

    /// <summary>Installed memory in bytes; 16GB unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? MemoryBytes { get; set; }

    /// <summary>Network adapters; 2 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? NetworkAdapterCount { get; set; }

    /// <summary>The speed of each network adapter in bits a second; 1 Gbit/s unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? LinkSpeedBitsPerSecond { get; set; }

    /// <summary>Local disks, 1 or 2; two are mirrored, as they are unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? LocalDiskCount { get; set; }

    /// <summary>The size of each local disk in bytes; 68GB unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? LocalDiskSizeBytes { get; set; }

    /// <summary>Paths to the chassis' storage; 2 in a chassis and none outside one unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? StoragePathCount { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        var standard = new AddHost { Name = Name };
        return standard with
        {
            Chassis = Chassis is null ? null : new(ThingNames.FindOne<ChassisView>(Handle, Chassis).Key),
            Bay = Bay,
            StoragePathCount = StoragePathCount,
            ProcessorSocketCount = ProcessorSocketCount ?? standard.ProcessorSocketCount,
            CoresPerSocket = CoresPerSocket ?? standard.CoresPerSocket,
            ThreadsPerCore = ThreadsPerCore ?? standard.ThreadsPerCore,
            ProcessorVendor = ProcessorVendor ?? standard.ProcessorVendor,
            ProcessorGeneration = ProcessorGeneration ?? standard.ProcessorGeneration,
            MemoryBytes = MemoryBytes ?? standard.MemoryBytes,
            NetworkAdapterCount = NetworkAdapterCount ?? standard.NetworkAdapterCount,
            LinkSpeedBitsPerSecond = LinkSpeedBitsPerSecond ?? standard.LinkSpeedBitsPerSecond,
            LocalDiskCount = LocalDiskCount ?? standard.LocalDiskCount,
            LocalDiskSizeBytes = LocalDiskSizeBytes ?? standard.LocalDiskSizeBytes,
        };
    }
}
