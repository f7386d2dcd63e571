using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Hosts;

/// <summary>A cmdlet that does something with each of some named items on each of some computers.</summary>
public abstract class HostItemCmdlet : LabChangeCmdlet
{
    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The items' names.</summary>
    private protected abstract string[] Items { get; }

    /// <summary>Whether results are written.</summary>
    private protected virtual bool WritesResult => false;

    /// <summary>The request for one item on one computer.</summary>
    private protected abstract LabRequest Request(string item, Key<PhysicalComputer> computer);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        foreach (HostComputer host in HostTargets.Find(Handle, ComputerName, action => Guard(action)))
        {
            foreach (string item in Items)
            {
                Guard(() => Process(host, item), item);
            }
        }
    }

    private void Process(HostComputer host, string item)
    {
        object? result = Change(host.Handle, Request(item, host.Key), $"{item} on {host.Name}", out _);
        if (WritesResult && result is not null)
        {
            WriteObject(result);
        }
    }
}
