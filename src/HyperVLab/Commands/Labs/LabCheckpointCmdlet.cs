using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Does something with checkpoints of a lab.</summary>
public abstract class LabCheckpointCmdlet : LabCmdlet
{
    /// <summary>The checkpoint's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Name")]
    [Alias("CheckpointName")]
    [ArgumentCompleter(typeof(LabCheckpointCompleter))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The checkpoint, as Get-LabCheckpoint writes it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Checkpoint")]
    [ValidateNotNull]
    public LabCheckpointInfo Checkpoint { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        (LabHandle lab, string name) = ParameterSetName == "Checkpoint"
            ? (Checkpoint.Handle, Checkpoint.Name)
            : (Handle, Name);
        lab.Lab.All();
        lab.Checkpoints.Demand(name);
        if (ShouldProcess($"{lab.Lab.Name}: {name}"))
        {
            Process(lab, name);
        }
    }

    /// <summary>What is done with one.</summary>
    private protected abstract void Process(LabHandle lab, string name);
}
