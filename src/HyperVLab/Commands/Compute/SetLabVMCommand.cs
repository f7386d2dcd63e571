using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>Changes settings of virtual machines.</summary>
/// <remarks>
/// Processors and memory change only while a machine is off.
/// </remarks>
/// <example>
/// <code>Set-LabVM web01 -MemoryStartupBytes 4GB -ProcessorCount 2</code>
/// Gives web01 4 GB and two processors.
/// </example>
/// <example>
/// <code>Set-LabVM web01 -Owner LAB\anna -UserRole 'Web team'</code>
/// Gives web01 to a self-service user.
/// </example>
/// <example>
/// <code>Get-LabVM | Set-LabVM -AutomaticStopAction ShutDown</code>
/// Lets every machine be shut down when its host stops.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class SetLabVMCommand : LabPassthruCmdlet<VirtualMachine>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Name", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>How many virtual processors the machine gets.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? ProcessorCount { get; set; }

    /// <summary>Its memory in bytes.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? MemoryStartupBytes { get; set; }

    /// <summary>What its host does with it when the host starts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public StartAction? AutomaticStartAction { get; set; }

    /// <summary>What its host does with it when the host stops.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public StopAction? AutomaticStopAction { get; set; }

    /// <summary>How many seconds the host waits before it starts it.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? AutomaticStartDelay { get; set; }

    /// <summary>
    /// What its host does with it when its virtual hard disks are gone: None lets its guest find out, Pause stops it
    /// until they are back. From Windows Server 2016 on, where it is Pause unless said otherwise.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public CriticalErrorAction? AutomaticCriticalErrorAction { get; set; }

    /// <summary>After how many minutes without its virtual hard disks it is turned off then.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? AutomaticCriticalErrorActionTimeout { get; set; }

    /// <summary>What is written about it.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Notes { get; set; }

    /// <summary>
    /// The folder below which the files of its checkpoints are made. It can be changed only while there are none.
    /// </summary>
    [Parameter]
    [Alias("CheckpointFileLocation")]
    [ValidateNotNullOrEmpty]
    public string? SnapshotFileLocation { get; set; }

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewVMName { get; set; }

    /// <summary>The account whose it becomes, a member of a role of self-service users.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [ValidateNotNullOrEmpty]
    public string? Owner { get; set; }

    /// <summary>The user role by which the owner uses it. Without it, the only one of that kind that he has.</summary>
    [Parameter]
    [Alias("SelfServiceUserRole")]
    [ArgumentCompleter(typeof(NameCompleter<UserRoleView>))]
    [ValidateNotNullOrEmpty]
    public string? UserRole { get; set; }

    /// <summary>How many points of the role's quota it takes: 1 unless said otherwise.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? QuotaPoint { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<VirtualMachine> Targets() => ParameterSetName == "VMObject"
        ? VM
        : Named<VirtualMachineView, VirtualMachine>(Name, VMTargets.On(Handle, ComputerName));

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new SetVM
    {
        VM = target.Key,
        NewVMName = NewVMName,
        ProcessorCount = ProcessorCount,
        MemoryStartupBytes = MemoryStartupBytes,
        AutomaticStartAction = AutomaticStartAction,
        AutomaticStartDelay = AutomaticStartDelay,
        AutomaticStopAction = AutomaticStopAction,
        AutomaticCriticalErrorAction = AutomaticCriticalErrorAction,
        AutomaticCriticalErrorActionTimeout = AutomaticCriticalErrorActionTimeout,
        Notes = Notes,
        SnapshotFileLocation = SnapshotFileLocation,
        Owner = Owner is null ? null : new(ThingNames.FindOne<AccountView>(target.Handle, Owner).Key),
        UserRole = UserRole,
        QuotaPoint = QuotaPoint,
    };
}
