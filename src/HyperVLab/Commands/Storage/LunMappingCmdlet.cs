using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Commands.Hosts;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that changes which computers see which LUNs.</summary>
public abstract class LunMappingCmdlet : LabChangeCmdlet
{
    /// <summary>The LUNs' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<LunView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Lun { get; set; } = null!;

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The request for one LUN and one computer.</summary>
    private protected abstract LabRequest Request(Key<Lun> lun, Key<PhysicalComputer> computer);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        HostComputer[] hosts = [.. HostTargets.Find(Handle, ComputerName, action => Guard(action))];
        foreach (LogicalUnit lun in Named<LunView, LogicalUnit>(Lun))
        {
            foreach (HostComputer host in hosts)
            {
                Guard(() => Process(lun, host), lun);
            }
        }
    }

    private void Process(LogicalUnit lun, HostComputer host)
    {
        object? mapping = Change(lun.Handle, Request(lun.Key, host.Key), $"{lun.Name} on {host.Name}", out _);
        if (mapping is not null)
        {
            WriteObject(mapping);
        }
    }
}
