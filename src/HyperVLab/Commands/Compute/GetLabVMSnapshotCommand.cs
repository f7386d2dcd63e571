using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;
using VMSnapshot = HyperVLab.Objects.VMSnapshot;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets checkpoints of virtual machines.</summary>
/// <example>
/// <code>Get-LabVMSnapshot web01</code>
/// Lists the checkpoints of web01.
/// </example>
/// <example>
/// <code>Get-LabVM | Get-LabVMSnapshot | Where-Object CreationTime -lt (Get-LabClock).Now.AddDays(-7)</code>
/// Finds checkpoints that are older than a week of the lab.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMSnapshot", DefaultParameterSetName = "VMName")]
[Alias("Get-LabVMCheckpoint")]
[OutputType(typeof(VMSnapshot))]
public sealed class GetLabVMSnapshotCommand : LabCmdlet
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "Id")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The checkpoint's identifier.</summary>
    [Parameter(
        ParameterSetName = "Id",
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public Guid? Id { get; set; }

    /// <summary>The checkpoints' name. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 1)]
    [Parameter(ParameterSetName = "VMObject", Position = 1)]
    [Parameter(ParameterSetName = "Parent", Position = 0)]
    [Parameter(ParameterSetName = "Child", Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VMSnapshotView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Only the checkpoints that were taken next after this one.</summary>
    [Parameter(ParameterSetName = "Child", Mandatory = true)]
    [ValidateNotNull]
    public VMSnapshot ChildOf { get; set; } = null!;

    /// <summary>The checkpoint from which this virtual machine, or this checkpoint, has come.</summary>
    [Parameter(ParameterSetName = "Parent", Mandatory = true)]
    [ValidateNotNull]
    public LabObject ParentOf { get; set; } = null!;

    /// <summary>Only checkpoints that are for this.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Parameter(ParameterSetName = "Parent")]
    [Parameter(ParameterSetName = "Child")]
    [Alias("VMRecoveryCheckpoint")]
    public SnapshotType? SnapshotType { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Found().Where(snapshot => SnapshotType is null || snapshot.SnapshotType == SnapshotType),
        enumerateCollection: true);

    private IEnumerable<VMSnapshot> Found() => ParameterSetName switch
    {
        "Id" => ById(),
        "Child" => All(ChildOf.Handle).Where(view => view.ParentKey == ChildOf.Number && HasName(view))
            .Select(view => LabObjects.Of<VMSnapshot>(ChildOf.Handle, view)),
        "Parent" => All(ParentOf.Handle).Where(view => view.Id == ParentId && HasName(view))
            .Select(view => LabObjects.Of<VMSnapshot>(ParentOf.Handle, view)),
        "VMObject" => VMSnapshotTargets.Of(VM, Names),
        _ => VMSnapshotTargets.Of(
            Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)), Names),
    };

    private string[]? Names => Name is null ? null : [Name];

    private Guid? ParentId => ParentOf is VMSnapshot snapshot
        ? snapshot.ParentSnapshotId
        : (ParentOf as VirtualMachine)?.ParentSnapshotId;

    private static IEnumerable<VMSnapshotView> All(Session.LabHandle handle) =>
        handle.Lab.Views<VMSnapshotView>().Where(view => view.Phase == CheckpointPhase.Complete);

    private bool HasName(VMSnapshotView view) =>
        Wildcards.Match(Name, view.Name);

    private VMSnapshot[] ById()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        VMSnapshotView found = All(Handle).FirstOrDefault(view =>
            view.Id == Id && (scope is null || scope.Contains(view.ComputerKey)))
            ?? throw Engine.Lab.NotFound<VMSnapshotView>($"{Id}");
        return [LabObjects.Of<VMSnapshot>(Handle, found)];
    }
}
