using System.Management.Automation;
using HyperVLab.Engine.Management;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that says what virtual machines are made of by a profile.</summary>
public abstract class HardwareCmdlet : VmmRequestCmdlet
{
    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

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

    /// <summary>Whether a cluster keeps machines: they are made on its nodes and shared volumes only.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? HighlyAvailable { get; set; }

    /// <summary>A request with what the parameters say of the hardware.</summary>
    private protected TWish Made<TWish>(TWish wish)
        where TWish : HardwareWish => wish with
        {
            Description = Description,
            CPUCount = CPUCount,
            MemoryMB = MemoryMB,
            CPULimitForMigration = CPULimitForMigration,
            HighlyAvailable = HighlyAvailable,
        };
}
