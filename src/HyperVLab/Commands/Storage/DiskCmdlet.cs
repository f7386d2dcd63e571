using System.Globalization;
using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that changes disks of a computer, given by their numbers.</summary>
public abstract class DiskCmdlet : LabChangeCmdlet
{
    /// <summary>The disk numbers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DiskNumber")]
    [ValidateNotNullOrEmpty]
    public int[] Number { get; set; } = null!;

    /// <summary>
    /// The computer's name. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>Whether the disk is written when it has been changed.</summary>
    private protected abstract bool WritesResult { get; }

    /// <summary>The request for one disk.</summary>
    private protected abstract LabRequest Request(Key<PhysicalComputer> computer, int number);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        PhysicalComputerView computer = ComputerNames.HostView(Handle, ComputerName);
        foreach (int number in Number)
        {
            Guard(() => Process(computer, number), number);
        }
    }

    private void Process(PhysicalComputerView computer, int number)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Disk {number} of {computer.Name}");
        object? disk = Change(Handle, Request(new(computer.Key), number), name, out bool done);
        if (done && WritesResult)
        {
            WriteObject(disk);
        }
    }
}
