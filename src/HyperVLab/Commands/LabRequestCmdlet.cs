using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands;

/// <summary>
/// A cmdlet that makes one request for each object of its input and writes what came of it: the New and Add verbs.
/// </summary>
public abstract class LabRequestCmdlet : LabChangeCmdlet
{
    /// <summary>What is made or changed, by the name that the question of -Confirm shows.</summary>
    private protected abstract string TargetName { get; }

    /// <summary>Whether the result is written.</summary>
    private protected virtual bool WritesResult => true;

    /// <summary>The request that the parameters make.</summary>
    /// <exception cref="LabException">A name that they give is not known.</exception>
    private protected abstract LabRequest Request();

    /// <summary>What to write of the result: itself.</summary>
    private protected virtual object OutputOf(object result) => result;

    /// <inheritdoc/>
    private protected override void Process()
    {
        object? result = Change(Handle, Request(), TargetName, out _);
        if (WritesResult && result is not null)
        {
            WriteObject(OutputOf(result));
        }
    }
}
