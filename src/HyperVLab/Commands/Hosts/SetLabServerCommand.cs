using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gives servers with work of their own another load.</summary>
/// <example>
/// <code>Get-LabServer FILE* | Set-LabServer -DiskOperationsPerSecond 900 -ProcessorPercent 40</code>
/// Lets the file servers be busy.
/// </example>
/// <example>
/// <code>Get-LabServerInventory -Count 20 | Measure-LabServerLoad | Set-LabServer</code>
/// Gives servers that Add-LabServer made of an inventory the load that was measured.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabServer", SupportsShouldProcess = true)]
[OutputType(typeof(ServerComputer))]
public sealed class SetLabServerCommand : LabPassthruCmdlet<ServerComputer>
{
    /// <summary>The servers' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<ServerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = null!;

    /// <summary>How many transfers a second its ledger takes down; 0 for none.</summary>
    [Parameter]
    public int? WorkRate { get; set; }

    /// <summary>What its processors do, in percent of all of them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Processor")]
    public int? ProcessorPercent { get; set; }

    /// <summary>What it reads from and writes to its disks, in operations a second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DiskOperations")]
    public int? DiskOperationsPerSecond { get; set; }

    /// <summary>What it sends and receives, in bits a second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? NetworkBitsPerSecond { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<ServerComputer> Targets() =>
        Named<ServerView, ServerComputer>(ComputerName);

    /// <inheritdoc/>
    private protected override LabRequest Request(ServerComputer target) => new SetServer
    {
        Computer = new(target.ComputerNumber),
        WorkRate = WorkRate,
        ProcessorPercent = ProcessorPercent,
        DiskOperationsPerSecond = DiskOperationsPerSecond,
        NetworkBitsPerSecond = NetworkBitsPerSecond,
    };
}
