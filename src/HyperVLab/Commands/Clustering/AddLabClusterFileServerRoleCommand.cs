using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Makes a clustered file server on disks of Available Storage.</summary>
/// <remarks>
/// Cluster shared volumes are for virtual machines only and are refused, and so are nodes with Hyper-V Server,
/// which takes no other role.
/// </remarks>
/// <example>
/// <code>Add-LabClusterFileServerRole FS1 -Storage 'Cluster Disk 3' -StaticAddress 192.168.10.35</code>
/// Makes the file server FS1.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabClusterFileServerRole", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterGroup))]
public sealed class AddLabClusterFileServerRoleCommand : LabRequestCmdlet
{
    /// <summary>The server's name. Without it, one is made of the cluster's.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The names of its disks.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string[] Storage { get; set; } = [];

    /// <summary>Its IPv4 address. Without it, one from the pool that serves the nodes' network.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StaticAddress { get; set; }

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>The cluster, as Get-LabCluster writes it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// For how many seconds of virtual time to wait; 0 returns at once. Without it, until it is online.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public new int? Wait { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name ?? string.Join(", ", Storage);

    /// <inheritdoc/>
    private protected override TimeSpan? WaitLimit => Wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddClusterFileServerRole
    {
        Cluster = new(ClusterScope.One(Handle, Cluster, InputObject).Key),
        Name = Name,
        Storage = Storage,
        StaticAddress = StaticAddress,
    };
}
