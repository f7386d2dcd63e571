using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets hosts of virtual machines as Hyper-V, or what else is on them, shows them.</summary>
/// <remarks>
/// Only hosts on which Hyper-V, Virtual Server or VMware ESX works are written. VirtualizationPlatform says which.
/// </remarks>
/// <example>
/// <code>Get-LabVMHost</code>
/// Lists the hosts with their default paths.
/// </example>
/// <example>
/// <code>Get-LabVMHostGroup 'Rack 1' | Get-LabVMHost</code>
/// Lists the hosts that Virtual Machine Manager has in a group, and in the groups within it.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMHost", DefaultParameterSetName = "ComputerName")]
[OutputType(typeof(VMHost))]
public sealed class GetLabVMHostCommand : LabCmdlet
{
    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(
        ParameterSetName = "ComputerName",
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Only the hosts of this group of Virtual Machine Manager, and of the groups within it.</summary>
    [Parameter(ParameterSetName = "VMHostGroup", Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public VMHostGroup VMHostGroup { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = VMHostGroup?.Handle ?? Handle;
        IEnumerable<int>? scope = VMHostGroup is null
            ? ComputerNames.Scope(handle, ComputerName)?.Order()
            : VMHostGroup.HostKeys;
        foreach (VMHostView view in handle.Lab.Ask(new FindVMHosts { Computers = scope?.ToArray() }))
        {
            WriteObject(LabObjects.Of(handle, view));
        }
    }
}
