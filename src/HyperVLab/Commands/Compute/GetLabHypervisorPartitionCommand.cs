using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the hypervisor of hosts and the partitions above it: the parent and its children.</summary>
/// <remarks>
/// The hypervisor shares out processors and memory and holds no drivers. The parent partition is the management
/// operating system with the drivers and the providers of devices; each virtual machine with power is a child. A
/// machine that migrates live has a partition on both hosts. Hosts that are off, or have no working Hyper-V, have none.
/// Partitions of disks are what Get-LabPartition lists. The real Hyper-V shows partitions as performance counters only.
/// </remarks>
/// <example>
/// <code>Get-LabHypervisorPartition HVR2NODO1</code>
/// Lists the partitions of one host.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabHypervisorPartition")]
[OutputType(typeof(HypervisorPartition))]
public sealed class GetLabHypervisorPartitionCommand : LabCmdlet
{
    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        foreach (PhysicalComputerView host in Handle.Lab.Views<PhysicalComputerView>())
        {
            if (!(scope?.Contains(host.Key) ?? true))
            {
                continue;
            }

            WriteObject(
                Handle.Lab.Ask(new HypervisorPartitionQuery(new(host.Key)))
                    .Select(view => new HypervisorPartition(view)),
                enumerateCollection: true);
        }
    }
}
