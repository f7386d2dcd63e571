using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Lets Virtual Machine Manager manage a host.</summary>
/// <remarks>
/// The agent is put on the host, and the host is read. It must be in the server's domain and run Hyper-V or Virtual
/// Server 2005 R2, and the account that asks must be one of its local administrators. A job that fails on the way goes
/// on with Restart-LabJob.
/// </remarks>
/// <example>
/// <code>Add-LabVMHost HV1 -VMHostGroup 'Rack 1'</code>
/// Puts the agent on HV1, and HV1 into a group.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVMHost", SupportsShouldProcess = true)]
[Alias("Add-VMHost")]
[OutputType(typeof(VMMManagedComputer))]
public sealed class AddLabVMHostCommand : VmmServerCmdlet
{
    /// <summary>The host.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>The group that it comes into, by name or place in the tree. Without it, "All Hosts".</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddVMHost
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        VMMServer = Server,
    };
}
