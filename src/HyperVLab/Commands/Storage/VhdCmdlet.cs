using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// A cmdlet that changes virtual hard disk files of a lab's hosts or of this computer; it declares its paths itself.
/// </summary>
public abstract class VhdCmdlet : LabChangeCmdlet
{
    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or this computer's own file system.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The paths that were given.</summary>
    private protected abstract IReadOnlyList<string> GivenPaths { get; }

    /// <summary>Whether no character of the paths is a wildcard.</summary>
    private protected abstract bool ArePathsLiteral { get; }

    /// <summary>Changes a file of this computer, which may not be there.</summary>
    /// <param name="path">Its full path.</param>
    private protected abstract void ChangeHere(string path);

    /// <summary>Changes a file of a host.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The host.</param>
    /// <param name="path">The path on it, as it was given.</param>
    private protected abstract void ChangeThere(LabHandle lab, PhysicalComputerView computer, string path);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        var visitor = new VhdFileVisitor(this, Guard) { Here = ChangeHere, There = ChangeThere };
        visitor.Visit(ComputerName, GivenPaths, ArePathsLiteral);
    }
}
