using System.Management.Automation;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Measures how busy servers of an inventory are over a virtual week: mean, percentile and busiest
/// hour.</summary>
/// <remarks>
/// Loads are means over an hour. A percentile is always one of the week's 168, so it is exact. This cmdlet has no
/// counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Get-LabServerInventory -Count 20 | Measure-LabServerLoad</code>
/// Measures twenty servers.
/// </example>
/// <example>
/// <code>Get-LabServerInventory | Measure-LabServerLoad -Percentile 100 | Sort-Object Processor -Bottom 10</code>
/// Shows the ten servers with the highest peaks.
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "LabServerLoad")]
[OutputType(typeof(ServerLoadMeasure))]
public sealed class MeasureLabServerLoadCommand : GuardedCmdlet
{
    /// <summary>The servers, as Get-LabServerInventory writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public InventoryServer[] Server { get; set; } = [];

    /// <summary>Which percentile, 50 to 100. Without it, 95.</summary>
    [Parameter]
    public int Percentile { get; set; } = 95;

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (InventoryServer server in Server)
        {
            WriteObject(new ServerLoadMeasure(server, LoadMeasure.Of(server.Description.Load, Percentile)));
        }
    }
}
