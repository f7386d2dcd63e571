using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>The same, where several servers are possible.</summary>
public abstract class VmmServerCmdlet : VmmRequestCmdlet
{
    /// <summary>The Virtual Machine Manager server. Without it, the only one of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <summary>The server that is named; null for none.</summary>
    private protected Key<VmmServer>? Server => VmmNames.Server(Handle, VMMServer);
}
