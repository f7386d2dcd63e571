using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Makes virtual machines highly available.</summary>
/// <remarks>
/// The machine becomes a group with two resources, "Virtual Machine X" and "Virtual Machine Configuration X". On
/// 2008 R2 it must be off. Its configuration and its disks must be on cluster shared volumes or on a disk of the
/// cluster, which then goes into the group. A second machine on such a disk joins the group of the first: the disk has
/// one owner, so they move together, saved and resumed, and not live.
/// </remarks>
/// <example>
/// <code>Add-LabClusterVirtualMachineRole web01</code>
/// Makes web01 highly available.
/// </example>
/// <example>
/// <code>Get-LabVM web* | Add-LabClusterVirtualMachineRole</code>
/// Makes all of them highly available.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabClusterVirtualMachineRole", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterGroup))]
public sealed class AddLabClusterVirtualMachineRoleCommand : LabRequestCmdlet
{
    /// <summary>The virtual machine's name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? VMName { get; set; }

    /// <summary>
    /// The name of the group. Without it, the machine's own; a machine that joins the group of another needs none.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The virtual machine's name.</summary>
    [Parameter]
    [Alias("VM")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? VirtualMachine { get; set; }

    /// <summary>The virtual machine's identifier.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Guid? VMId { get; set; }

    /// <summary>The cluster, by name: the machine's host must be its node.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMName ?? VirtualMachine ?? VMId?.ToString() ?? string.Empty;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        HashSet<int>? hosts = Cluster is null ? null : [.. Hosts()];
        bool IsMeant(VirtualMachineView view) =>
            (VMId is null || view.Id == VMId) && (hosts is null || hosts.Contains(view.ComputerKey));
        VirtualMachineView vm = (VMName ?? VirtualMachine) is { } name
            ? ThingNames.FindOne<VirtualMachineView>(Handle, name, IsMeant, view => view.ComputerName)
            : Handle.Lab.Views<VirtualMachineView>().FirstOrDefault(view => VMId is not null && IsMeant(view))
                ?? throw ClusterModuleErrors.NameNeeded.For(null);
        return new AddClusterVirtualMachineRole { VM = new(vm.Key), Name = Name };
    }

    private IEnumerable<int> Hosts()
    {
        int cluster = ClusterScope.One(Handle, Cluster, null).Key;
        return Handle.Lab.Views<ClusterNodeView>()
            .Where(node => node.ClusterKey == cluster)
            .Select(node => node.ComputerKey);
    }
}
