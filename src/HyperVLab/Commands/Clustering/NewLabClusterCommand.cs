using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Makes a failover cluster of hosts.</summary>
/// <remarks>
/// It takes the Failover Clustering feature on every node, one domain and one release of Windows, a network that
/// connects them, and the right to create a computer object. An even number of nodes with a shared disk takes node
/// and disk majority with the smallest disk of 512 MB or more; an odd number takes node majority. Shared disks
/// become cluster disks.
/// </remarks>
/// <example>
/// <code>New-LabCluster HVCLUSTER -Node HVR2NODO1, HVR2NODO2 -StaticAddress 192.168.10.30</code>
/// Makes a cluster of two nodes.
/// </example>
[Cmdlet(VerbsCommon.New, "LabCluster", SupportsShouldProcess = true)]
[OutputType(typeof(Cluster))]
public sealed class NewLabClusterCommand : LabRequestCmdlet
{
    /// <summary>Its name, which its computer object gets too: 1 to 15 letters, digits and hyphens.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The hosts that become its nodes. Without it, the host that was entered, or the only one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Node { get; set; }

    /// <summary>Its IPv4 address. Without it, one from the pool that serves the nodes' network.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StaticAddress { get; set; }

    /// <summary>Leaves shared disks out.</summary>
    [Parameter]
    public SwitchParameter NoStorage { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewCluster
    {
        Name = Name,
        Node = [.. (Node ?? [null!]).Select(name => ComputerNames.Host(Handle, name))],
        StaticAddress = StaticAddress,
        NoStorage = NoStorage,
    };
}
