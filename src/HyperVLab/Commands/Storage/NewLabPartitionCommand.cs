using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Makes a partition on a disk, with a volume to be formatted.</summary>
/// <example>
/// <code>New-LabPartition 1 -ComputerName HVR2NODO1 -UseMaximumSize -DriveLetter Q</code>
/// Makes one partition of disk 1, which HVR2NODO1 shows as Q:.
/// </example>
/// <example>
/// <code>Get-LabDisk 1 | New-LabPartition -Size 20GB -AssignDriveLetter | Format-LabVolume</code>
/// Makes a formatted volume of 20 GB with the next free letter.
/// </example>
[Cmdlet(VerbsCommon.New, "LabPartition", SupportsShouldProcess = true)]
[OutputType(typeof(DiskPartition))]
public sealed class NewLabPartitionCommand : LabChangeCmdlet
{
    /// <summary>The disk numbers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    public int[] DiskNumber { get; set; } = null!;

    /// <summary>
    /// The computer's name. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>Its size in bytes, rounded up to whole megabytes.</summary>
    [Parameter]
    public long? Size { get; set; }

    /// <summary>Takes the largest free stretch.</summary>
    [Parameter]
    public SwitchParameter UseMaximumSize { get; set; }

    /// <summary>The letter that it gets on this computer.</summary>
    [Parameter]
    [Alias("NewDriveLetter")]
    public char? DriveLetter { get; set; }

    /// <summary>Gives it the next free letter.</summary>
    [Parameter]
    public SwitchParameter AssignDriveLetter { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        PhysicalComputerView computer = ComputerNames.HostView(Handle, ComputerName);
        foreach (int number in DiskNumber)
        {
            Guard(() => Make(new(computer.Key), computer.Name, number), number);
        }
    }

    private void Make(Key<PhysicalComputer> computer, string name, int number)
    {
        var request = new NewPartition
        {
            Computer = computer,
            DiskNumber = number,
            Size = Size,
            UseMaximumSize = UseMaximumSize,
            DriveLetter = DriveLetter?.ToString(),
            AssignDriveLetter = AssignDriveLetter,
        };
        if (Change(Handle, request, $"Disk {number} of {name}", out _) is DiskPartition partition)
        {
            WriteObject(partition.On(computer.Number));
        }
    }
}
