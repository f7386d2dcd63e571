using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands;

/// <summary>A cmdlet that makes a request for each of the things that it is given, by name or as objects.</summary>
/// <typeparam name="TObject">What it changes.</typeparam>
public abstract class LabTargetCmdlet<TObject> : LabChangeCmdlet
    where TObject : LabObject
{
    /// <summary>Whether to write each thing after it was changed.</summary>
    private protected virtual bool WritesTarget => false;

    /// <summary>The things that the parameters give. Unknown names are written as errors.</summary>
    private protected abstract IEnumerable<TObject> Targets();

    /// <summary>The request for one of them.</summary>
    private protected abstract LabRequest Request(TObject target);

    /// <summary>What the question of -Confirm calls it.</summary>
    private protected virtual string NameOf(TObject target) => target.ToString()!;

    /// <summary>What to write when the change has been made: the thing itself.</summary>
    private protected virtual object? OutputOf(TObject target, object? result) => target;

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        foreach (TObject target in Targets())
        {
            Guard(() => Process(target), target);
        }
    }

    private void Process(TObject target)
    {
        object? result = Change(target.Handle, Request(target), NameOf(target), out bool done);
        if (done && WritesTarget && OutputOf(target, result) is { } output)
        {
            WriteObject(output);
        }
    }
}
