using System.Globalization;
using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that pulls or plugs the cables of paths to storage.</summary>
public abstract class StoragePathCmdlet : LabChangeCmdlet
{
    /// <summary>
    /// The computer's name. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The array, by name. Without it, the only shared one of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<StorageArrayView>))]
    [ValidateNotNullOrEmpty]
    public string? StorageArray { get; set; }

    /// <summary>The numbers of the paths: which of the array's controllers, from 0.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public int[] Number { get; set; } = null!;

    /// <summary>Writes the paths. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The request for one path.</summary>
    private protected abstract LabRequest Request(
        Key<PhysicalComputer> computer, Key<Engine.Storage.StorageArray> array, int number);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        PhysicalComputerView computer = ComputerNames.HostView(Handle, ComputerName);
        Key<Engine.Storage.StorageArray> array = StorageTargets.Array(Handle, StorageArray);
        foreach (int number in Number)
        {
            Guard(() => Process(computer, array, number), number);
        }
    }

    private void Process(PhysicalComputerView computer, Key<Engine.Storage.StorageArray> array, int number)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Path {number} of {computer.Name}");
        object? path = Change(Handle, Request(new(computer.Key), array, number), name, out bool done);
        if (done && PassThru)
        {
            WriteObject(path);
        }
    }
}
