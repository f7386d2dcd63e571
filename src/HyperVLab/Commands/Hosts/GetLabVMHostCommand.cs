using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets hosts as Hyper-V on them shows them.</summary>
/// <remarks>
/// Only hosts on which the Hyper-V role works are written.
/// </remarks>
/// <example>
/// <code>Get-LabVMHost</code>
/// Lists the hosts with their default paths.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMHost")]
[OutputType(typeof(VMHost))]
public sealed class GetLabVMHostCommand : LabCmdlet
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
        foreach (VMHostView view in Handle.Lab.Ask(new FindVMHosts { Computers = scope?.Order().ToArray() }))
        {
            WriteObject(LabObjects.Of(Handle, view));
        }
    }
}
