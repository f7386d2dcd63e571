using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>Removes the ISO image from the library, and its file from the share.</summary>
/// <remarks>
/// What others depend on goes only with -Force; they miss it then.
/// </remarks>
/// <example>
/// <code>Remove-LabISO tools.iso</code>
/// Removes it.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabISO", SupportsShouldProcess = true)]
[Alias("Remove-ISO")]
[OutputType(typeof(void))]
public sealed class RemoveLabISOCommand : LibraryFileRemovalCmdlet
{
    /// <summary>What is meant, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string ISO { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => ISO;

    /// <inheritdoc/>
    private protected override LibraryResourceKind Kind => LibraryResourceKind.ISO;

    /// <inheritdoc/>
    private protected override LibraryResourceRemoval Removal(Key<LibraryResource> resource) =>
        new RemoveISO { ISO = resource };
}
