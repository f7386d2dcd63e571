using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Hosts;

/// <summary>Puts a host of VMware ESX into the inventory of a VirtualCenter server.</summary>
/// <remarks>
/// It is done in VirtualCenter's own client. Virtual machines of the host are managed from then on, and move while they
/// run between hosts of one datacenter that share a datastore. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Add-LabVirtualCenterHost ESX1 -VirtualCenter VC1 -Datacenter Berlin</code>
/// Lets VC1 manage ESX1.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVirtualCenterHost", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.VirtualCenterHost))]
public sealed class AddLabVirtualCenterHostCommand : LabRequestCmdlet
{
    /// <summary>The host.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>The computer on which VirtualCenter runs.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string VirtualCenter { get; set; } = null!;

    /// <summary>The datacenter that it comes into.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Datacenter { get; set; } = "Datacenter";

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddVirtualCenterHost
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
        VirtualCenter = ComputerNames.Host(Handle, VirtualCenter),
        Datacenter = Datacenter,
    };
}
