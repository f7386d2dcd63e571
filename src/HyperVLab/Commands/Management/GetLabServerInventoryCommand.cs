using System.Management.Automation;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Draws an inventory of physical servers as a company of 2009 had them, of mixed age and load.</summary>
/// <remarks>
/// Nothing is put into a lab. The same seed draws the same servers, and a longer inventory begins with the shorter one.
/// docs/consolidation.md says what is drawn how, and from which sources. This cmdlet has no counterpart in the real
/// modules.
/// </remarks>
/// <example>
/// <code>Get-LabServerInventory -Count 20 -Seed 7</code>
/// Draws twenty servers.
/// </example>
/// <example>
/// <code>Get-LabServerInventory | Group-Object OperatingSystem -NoElement</code>
/// Counts the operating systems of a thousand servers.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabServerInventory")]
[OutputType(typeof(InventoryServer))]
public sealed class GetLabServerInventoryCommand : GuardedCmdlet
{
    /// <summary>How many servers. Without it, a thousand.</summary>
    [Parameter(Position = 0)]
    public int Count { get; set; } = 1000;

    /// <summary>What they are drawn from. Without it, 7.</summary>
    [Parameter(Position = 1)]
    public long Seed { get; set; } = 7;

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (ServerDescription description in ServerInventory.Draw(Seed, Count))
        {
            WriteObject(new InventoryServer(description));
        }
    }
}
