using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Faults;

/// <summary>Breaks something in the lab: now, at a moment, or when Invoke-LabFault says so.</summary>
/// <remarks>
/// Each kind says what it befalls: computers take -ComputerName; an adapter or its switch port -ComputerName and
/// -NetAdapterName; a path -ComputerName, -StorageArray and -Number; a controller -StorageArray and -Number; a
/// witness -Cluster. LUNs take -Lun, and are lost to everybody or to each -ComputerName; slow and failing transfers
/// take -Delay or -ErrorPercent, of LUNs or of all that a -StorageArray has. The network is impaired between
/// -ComputerName and -ToComputerName, where that is left out everybody else; lost and late frames take -LossPercent
/// and -Delay. Virtual machines take -VMName. ProcessKill kills the process that holds the lab, at once or in the
/// middle of its writes (-AfterWrites), and asks before that is prepared; a lab that was imported or made again from a
/// journal kills nobody. Remove-LabFault repairs it, as does the end of -Duration. A fault is no
/// admin's action: cables that are pulled by hand and hosts that are switched off by hand stay so when a fault ends.
/// -At, -OnStep, -OnLog and -RatePerHour say when it begins; it is told of in the log, and in the cluster log of
/// nodes.
/// </remarks>
/// <example>
/// <code>Add-LabFault HostPowerLoss HVR2NODO2 -Duration 300</code>
/// Takes the power from HVR2NODO2 for five minutes; then it boots.
/// </example>
/// <example>
/// <code>Add-LabFault ControllerDown -StorageArray RSSM -Number 1 -At (Get-LabClock).Now.Add('01:00')</code>
/// Lets the second controller of an array fail in an hour.
/// </example>
/// <example>
/// <code>Add-LabFault NetworkPartition HVR2NODO1 -ToComputerName HVR2NODO2 -OneWay</code>
/// Lets HVR2NODO2 hear nothing of HVR2NODO1 any more, which still hears it.
/// </example>
/// <example>
/// <code>Add-LabFault SlowIO -StorageArray RSSM -Delay 0.2 -Duration 600</code>
/// Lets every transfer of an array take 200 ms longer for ten minutes.
/// </example>
/// <example>
/// <code>Add-LabFault HostPowerLoss HVR2NODO1 -OnStep 'pass 3' -OnVM web01 -Duration 60</code>
/// Takes the power from the source in the third pass of web01's next live migration.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabFault", SupportsShouldProcess = true)]
[OutputType(typeof(LabFault))]
public sealed class AddLabFaultCommand : LabRequestCmdlet
{
    /// <summary>What breaks.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public FaultKind Kind { get; set; }

    /// <summary>The computers that it befalls.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Its name. Without it, the kind with a number.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The computers to which the network is impaired. Without it, every other one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ToComputerName { get; set; }

    /// <summary>Impairs the network only from -ComputerName to -ToComputerName, not back.</summary>
    [Parameter]
    public SwitchParameter OneWay { get; set; }

    /// <summary>How many of a hundred frames are lost.</summary>
    [Parameter]
    public int? LossPercent { get; set; }

    /// <summary>By how much frames or transfers are late, a time or a number of seconds.</summary>
    [Parameter]
    [MomentTransformation]
    public TimeSpan? Delay { get; set; }

    /// <summary>The virtual machines that it befalls.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string[]? VMName { get; set; }

    /// <summary>The name of the physical network adapter that it befalls.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string? NetAdapterName { get; set; }

    /// <summary>The storage array that it befalls.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<StorageArrayView>))]
    [ValidateNotNullOrEmpty]
    public string? StorageArray { get; set; }

    /// <summary>Which of the array's controllers, from 0, and so which path.</summary>
    [Parameter]
    public int? Number { get; set; }

    /// <summary>The names of the logical units that it befalls.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<LunView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Lun { get; set; }

    /// <summary>How many of a hundred transfers fail.</summary>
    [Parameter]
    public int? ErrorPercent { get; set; }

    /// <summary>The cluster that it befalls.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>
    /// When it begins: a time or a number of seconds since the lab began, or a date in the lab. Without it, now.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public TimeSpan? At { get; set; }

    /// <summary>Begins with a job's step whose name says this, such as a pass of a migration.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OnStep { get; set; }

    /// <summary>
    /// Only with a step of this job, as Get-LabJob or -AsJob write it, or of one whose PowerShell says this text.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? OnJob { get; set; }

    /// <summary>Only with a step of a job about this virtual machine, or with a line that names it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? OnVM { get; set; }

    /// <summary>Begins with a line of the log that says this.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OnLog { get; set; }

    /// <summary>Begins so often in an hour, on average.</summary>
    [Parameter]
    public int? RatePerHour { get; set; }

    /// <summary>With which probability it begins each time, above 0 and up to 1. Without it, always.</summary>
    [Parameter]
    public double? Probability { get; set; }

    /// <summary>How many times are let pass first.</summary>
    [Parameter]
    public int Skip { get; set; }

    /// <summary>How often it may begin. Without it once, with -RatePerHour without end.</summary>
    [Parameter]
    public int? Count { get; set; }

    /// <summary>Only prepares it: Invoke-LabFault lets it begin.</summary>
    [Parameter]
    public SwitchParameter Armed { get; set; }

    /// <summary>After how long it repairs itself, a time or a number of seconds. Without it, not at all.</summary>
    [Parameter]
    [MomentTransformation]
    public TimeSpan? Duration { get; set; }

    /// <summary>
    /// Before which write to the files of virtual hard disks the process is killed, from 1. Without it, at once.
    /// </summary>
    [Parameter]
    public int? AfterWrites { get; set; }

    /// <inheritdoc/>
    private protected override bool IsMeant(LabHandle handle, LabRequest request) =>
        Kind != FaultKind.ProcessKill || ProcessDeath.IsMeant(this, handle);

    /// <inheritdoc/>
    private protected override string TargetName => Name ?? Kind.ToString();

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddFault
    {
        Kind = Kind,
        Name = Name,
        Computer = [.. (ComputerName ?? []).Select(name => ComputerNames.Host(Handle, name))],
        ToComputer = [.. (ToComputerName ?? []).Select(name => ComputerNames.Host(Handle, name))],
        OneWay = OneWay,
        LossPercent = LossPercent,
        Delay = Delay,
        VM = [.. (VMName ?? []).Select(Machine)],
        NetAdapterName = NetAdapterName,
        Array = StorageArray is null ? null : new(ThingNames.FindOne<StorageArrayView>(Handle, StorageArray).Key),
        Number = Number,
        Lun = [.. (Lun ?? []).Select(name => new Key<Lun>(ThingNames.FindOne<LunView>(Handle, name).Key))],
        ErrorPercent = ErrorPercent,
        AfterWrites = AfterWrites,
        Cluster = Cluster is null ? null : new(ThingNames.FindOne<ClusterView>(Handle, Cluster).Key),
        At = At,
        OnStep = OnStep,
        OnJob = JobOf(OnJob) is null ? OnJob?.ToString() : null,
        Job = JobOf(OnJob),
        TriggerVM = OnVM is null ? null : Machine(OnVM),
        OnLog = OnLog,
        RatePerHour = RatePerHour,
        Probability = Probability,
        Skip = Skip,
        Count = Count,
        Armed = Armed,
        Duration = Duration,
    };

    private static Key<LabJob>? JobOf(object? job) => (job is PSObject wrapped ? wrapped.BaseObject : job) switch
    {
        LabJobInfo info => info.Key,
        LabBackgroundJob background => new Key<LabJob>(background.LabJobId),
        _ => null,
    };

    private Key<Engine.Compute.VirtualMachine> Machine(string name) =>
        new(ThingNames.FindOne<VirtualMachineView>(Handle, name, place: view => view.ComputerName).Key);
}
