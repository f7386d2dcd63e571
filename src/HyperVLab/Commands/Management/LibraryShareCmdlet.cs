using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that does something with a library share.</summary>
public abstract class LibraryShareCmdlet : VmmRequestCmdlet
{
    /// <summary>The share, by name or network path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryShareView>))]
    [ValidateNotNullOrEmpty]
    public string LibraryShare { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => LibraryShare;

    /// <summary>The share that is meant.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several have that name.</exception>
    private protected Key<LibraryShare> Share => VmmNames.Share(Handle, LibraryShare);
}
