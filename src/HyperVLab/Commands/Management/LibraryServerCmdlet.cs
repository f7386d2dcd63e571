using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that changes a library server.</summary>
public abstract class LibraryServerCmdlet : VmmRequestCmdlet
{
    /// <summary>The library server, by its computer's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryServerView>))]
    [ValidateNotNullOrEmpty]
    public string LibraryServer { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => LibraryServer;

    /// <summary>The library server that is meant.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of that name.</exception>
    private protected Key<LibraryServer> Library => VmmNames.Library(Handle, LibraryServer)!.Value;
}
