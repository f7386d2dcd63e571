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
///
/// No agent is put on a host of VMware ESX: it is managed through the VirtualCenter server that has it.
/// </remarks>
/// <example>
/// <code>Add-LabVMHost HV1 -VMHostGroup 'Rack 1'</code>
/// Puts the agent on HV1, and HV1 into a group.
/// </example>
/// <example>
/// <code>Add-LabVMHost ESX1 -VirtualizationManager VC1 -Credential root</code>
/// Manages ESX1 through VC1.
/// </example>
[Cmdlet(
    VerbsCommon.Add, "LabVMHost", DefaultParameterSetName = "WindowsHost", SupportsShouldProcess = true)]
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

    /// <summary>The VirtualCenter server through which a host of VMware ESX is managed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ESXHost")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualizationManagerView>))]
    [ValidateNotNullOrEmpty]
    public string? VirtualizationManager { get; set; }

    /// <summary>
    /// The credentials of the ESX host's root, by which its files are sent. Without it, its state is OK (Limited).
    /// </summary>
    [Parameter(ParameterSetName = "ESXHost")]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddVMHost
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        VMMServer = Server,
        VirtualizationManager = VmmNames.Manager(Handle, VirtualizationManager),
        UserName = Credential?.UserName,
    };
}
