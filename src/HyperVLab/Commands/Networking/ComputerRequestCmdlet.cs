using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that makes one thing on one computer.</summary>
public abstract class ComputerRequestCmdlet : LabRequestCmdlet
{
    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The computer that is meant.</summary>
    /// <exception cref="Engine.Requests.LabException">None has that name, or several hosts are possible.</exception>
    private protected Key<PhysicalComputer> Computer => ComputerNames.Host(Handle, ComputerName);
}
