using System.Management.Automation;
using HyperVLab.Engine.Management;

namespace HyperVLab.Commands.Management;

/// <summary>As <see cref="GuestCmdlet"/>, and says what the virtual machine is made of.</summary>
public abstract class MachineCmdlet : GuestCmdlet
{
    /// <summary>How many processors.</summary>
    [Parameter]
    [Alias("ProcessorCount")]
    [ValidateNotNull]
    public byte? CPUCount { get; set; }

    /// <summary>How much memory, in megabytes.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? MemoryMB { get; set; }

    /// <summary>Whether processors hide what differs between generations, so that machines can move.</summary>
    [Parameter]
    [Alias("LimitCPUForMigration")]
    [ValidateNotNull]
    public bool? CPULimitForMigration { get; set; }

    /// <summary>Whether a cluster keeps the machine: it is made on its nodes and shared volumes only.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? HighlyAvailable { get; set; }

    /// <summary>A request with what the parameters say of the machine and its guest.</summary>
    /// <exception cref="Engine.Requests.LabException">There is no such answer file, or no such product key.</exception>
    private protected TWish Made<TWish>(TWish wish)
        where TWish : MachineWish => Told(wish) with
        {
            CPUCount = CPUCount,
            MemoryMB = MemoryMB,
            CPULimitForMigration = CPULimitForMigration,
            HighlyAvailable = HighlyAvailable,
        };
}
