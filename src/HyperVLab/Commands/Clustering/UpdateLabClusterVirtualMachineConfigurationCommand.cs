using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using ClusterResource = HyperVLab.Objects.ClusterResource;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Clustering;

/// <summary>Lets a cluster take over how a clustered virtual machine is set up now.</summary>
/// <remarks>
/// A disk of the host's that the machine was given since (Add-LabVMHardDiskDrive -DiskNumber) becomes a disk of the
/// cluster in the machine's group, on which the machine depends, and moves with it. One that it has no more is no disk
/// of the cluster any more.
/// </remarks>
/// <example>
/// <code>Update-LabClusterVirtualMachineConfiguration 'Virtual Machine Configuration web01'</code>
/// Takes over the disks of web01.
/// </example>
/// <example>
/// <code>Get-LabVM web01 | Update-LabClusterVirtualMachineConfiguration</code>
/// Does the same by the machine's identifier.
/// </example>
[Cmdlet(VerbsData.Update, "LabClusterVirtualMachineConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterResource))]
public sealed class UpdateLabClusterVirtualMachineConfigurationCommand
    : ClusterTargetCmdlet<ClusterResourceView, ClusterResource>
{
    /// <summary>The name of the machine's configuration resource, or of its own.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The virtual machine's identifier.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Guid? VMId { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name is not null ? [Name]
        : VMId is { } id && Find(view => view.VMId == id) is { } found ? [found]
        : null;

    /// <inheritdoc/>
    private protected override Func<ClusterResourceView, bool>? PartOf(object input) =>
        input is VirtualMachine vm ? view => view.VMKey == vm.Number && IsConfiguration(view) : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterResource target) =>
        new UpdateClusterVirtualMachineConfiguration { Resource = target.Key };

    private string? Find(Func<ClusterResourceView, bool> isMeant) => Handle.Lab.Views<ClusterResourceView>()
        .FirstOrDefault(view => isMeant(view) && IsConfiguration(view))?.Name;

    private static bool IsConfiguration(ClusterResourceView view) =>
        view.Kind == ClusterResourceType.VirtualMachineConfiguration;
}
