using System.Management.Automation;

namespace HyperVLab.Commands.Storage;

/// <summary>An operation on one virtual hard disk, given by -Path or -LiteralPath, that may take long.</summary>
public abstract class VhdSingleCmdlet : VhdJobCmdlet
{
    /// <summary>
    /// The disk: a full path of the host where -ComputerName is given or a host was entered with Enter-LabHost, else a
    /// path of this computer, where wildcards are permitted.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>The disk's path, in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override IReadOnlyList<string> GivenPaths => [ArePathsLiteral ? LiteralPath : Path];

    /// <inheritdoc/>
    private protected sealed override bool ArePathsLiteral => ParameterSetName == "LiteralPath";
}
