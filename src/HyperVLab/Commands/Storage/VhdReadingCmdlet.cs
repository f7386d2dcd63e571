using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that reads virtual hard disk files of a lab's hosts or of this computer.</summary>
public abstract class VhdReadingCmdlet : LabCmdlet
{
    /// <summary>
    /// The paths: full paths of the host where -ComputerName is given or a host was entered with Enter-LabHost, else
    /// paths of this computer, where wildcards are permitted.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>The paths, in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or this computer's own file system.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Reads a file of this computer, which may not be there.</summary>
    /// <param name="path">Its full path.</param>
    private protected abstract void ReadHere(string path);

    /// <summary>Reads a file of a host.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The host.</param>
    /// <param name="path">The path on it, as it was given.</param>
    private protected abstract void ReadThere(LabHandle lab, PhysicalComputerView computer, string path);

    /// <inheritdoc/>
    private protected override void Process()
    {
        bool areLiteral = ParameterSetName == "LiteralPath";
        var visitor = new VhdFileVisitor(this, Guard) { Here = ReadHere, There = ReadThere };
        visitor.Visit(ComputerName, areLiteral ? LiteralPath : Path, areLiteral);
    }
}
