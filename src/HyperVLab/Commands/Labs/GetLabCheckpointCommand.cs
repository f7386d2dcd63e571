using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Lists the checkpoints of a whole lab.</summary>
/// <example>
/// <code>Get-LabCheckpoint</code>
/// Lists the checkpoints of the current lab, the oldest first.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabCheckpoint")]
[OutputType(typeof(LabCheckpointInfo))]
public sealed class GetLabCheckpointCommand : LabCmdlet
{
    /// <summary>The names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0)]
    [Alias("CheckpointName")]
    [ArgumentCompleter(typeof(LabCheckpointCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle lab = Handle;
        lab.Lab.All();
        IReadOnlyList<LabCheckpoint> all = lab.Checkpoints.All;
        foreach (string name in Name?.Where(static one => !WildcardPattern.ContainsWildcardCharacters(one)) ?? [])
        {
            Guard(() => lab.Checkpoints.Demand(name));
        }

        foreach (LabCheckpoint checkpoint in all.Where(one => Wildcards.Match(Name, one.Name)))
        {
            WriteObject(new LabCheckpointInfo(lab, checkpoint));
        }
    }
}
