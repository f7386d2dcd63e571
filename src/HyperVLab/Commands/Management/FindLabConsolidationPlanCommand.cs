using System.Management.Automation;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>
/// Finds which hosts servers of an inventory can become virtual machines on, in as few as possible: a capacity plan.
/// </summary>
/// <remarks>
/// Hosts are of the class of a PRIMERGY RX300 S5, in clusters of 16 of which one host is spare, with a rack for each
/// cluster. They are packed by memory and virtual processors, and by a percentile of the summed processor, disk and
/// network load of what is on them; LUNs by room and a percentile of their operations. The plan says how many hosts any
/// plan needs at least. Nothing is put into a lab. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Get-LabServerInventory | Find-LabConsolidationPlan</code>
/// Plans for a thousand servers.
/// </example>
/// <example>
/// <code>(Get-LabServerInventory | Find-LabConsolidationPlan -HostMemoryBytes 144GB -Percentile 100).Host</code>
/// Plans with larger hosts and for every hour of the week, and lists the hosts.
/// </example>
[Cmdlet(VerbsCommon.Find, "LabConsolidationPlan")]
[OutputType(typeof(CapacityPlan))]
public sealed class FindLabConsolidationPlanCommand : GuardedCmdlet
{
    private readonly List<ServerDescription> _servers = [];

    /// <summary>The servers, as Get-LabServerInventory writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public InventoryServer[] Server { get; set; } = [];

    /// <summary>The percentile of the summed load that must fit, 50 to 100. Without it, 95.</summary>
    [Parameter]
    public int Percentile { get; set; } = 95;

    /// <summary>The memory of a host in bytes. Without it, 72 GB.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? HostMemoryBytes { get; set; }

    /// <summary>The share of each host's processors that is left free, in per cent. Without it, 20.</summary>
    [Parameter]
    public int CPUPercentageReserve { get; set; } = HostReserves.Usual.CpuPercent;

    /// <summary>The memory in MB that is left free on each host. Without it, 512.</summary>
    [Parameter]
    public int MemoryReserveMB { get; set; } = HostReserves.Usual.MemoryMegabytes;

    /// <summary>The share of each host's network that is left free, in per cent. Without it, 0.</summary>
    [Parameter]
    public int NetworkPercentageReserve { get; set; } = HostReserves.Usual.NetworkPercent;

    /// <summary>The most virtual machines of a host. Without it, 64.</summary>
    [Parameter]
    public int MaximumVMCount { get; set; } = new PlanSettings().MaxVMsPerHost;

    /// <summary>The nodes of a cluster, the spare one included. Without it, 16.</summary>
    [Parameter]
    public int NodeCount { get; set; } = new PlanSettings().NodesPerCluster;

    /// <inheritdoc/>
    private protected override void Process() =>
        _servers.AddRange(Server.Select(static server => server.Description));

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        Guard(() => WriteObject(new CapacityPlan(ConsolidationPlanner.Plan(_servers, Settings()))));

    private PlanSettings Settings()
    {
        HostModel host = HostModel.PrimergyRX300S5;
        long memory = HostMemoryBytes is { } bytes ? bytes >> 20 : host.MemoryMegabytes;
        return new PlanSettings
        {
            Host = host with { MemoryMegabytes = (int)Math.Clamp(memory, 0, int.MaxValue) },
            Percentile = Percentile,
            Reserves = HostReserves.Usual with
            {
                CpuPercent = CPUPercentageReserve,
                MemoryMegabytes = MemoryReserveMB,
                NetworkPercent = NetworkPercentageReserve,
            },
            MaxVMsPerHost = MaximumVMCount,
            NodesPerCluster = NodeCount,
        };
    }
}
