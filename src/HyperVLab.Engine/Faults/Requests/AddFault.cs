using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults.Requests;

/// <summary>Breaks something: now, at a moment, or when it is invoked.</summary>
public sealed record AddFault : LabRequest
{
    /// <summary>What breaks.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Its name; null for its kind, numbered.</summary>
    public string? Name { get; init; }

    /// <summary>The computers that it befalls.</summary>
    [Target("ComputerName")]
    public IReadOnlyList<Key<PhysicalComputer>> Computer { get; init; } = [];

    /// <summary>The computers to which the network is impaired; none for every other one.</summary>
    [Target("ToComputerName")]
    public IReadOnlyList<Key<PhysicalComputer>> ToComputer { get; init; } = [];

    /// <summary>Whether the network is impaired only in the direction of those.</summary>
    public bool OneWay { get; init; }

    /// <summary>How many of a hundred frames are lost.</summary>
    public int? LossPercent { get; init; }

    /// <summary>By how much frames or transfers are late.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The virtual machines that it befalls.</summary>
    [Target("VMName")]
    public IReadOnlyList<Key<VirtualMachine>> VM { get; init; } = [];

    /// <summary>The name of the physical adapter of the one computer.</summary>
    public string? NetAdapterName { get; init; }

    /// <summary>The array that it befalls.</summary>
    [Target("StorageArray")]
    public Key<StorageArray>? Array { get; init; }

    /// <summary>Which of the array's controllers, from 0.</summary>
    public int? Number { get; init; }

    /// <summary>The logical units that it befalls.</summary>
    [Target("Lun")]
    public IReadOnlyList<Key<Lun>> Lun { get; init; } = [];

    /// <summary>How many of a hundred transfers fail.</summary>
    public int? ErrorPercent { get; init; }

    /// <summary>
    /// Before which write to the files of virtual hard disks the process is killed, from 1; null for at once.
    /// </summary>
    public int? AfterWrites { get; init; }

    /// <summary>The cluster that it befalls.</summary>
    public Key<Cluster>? Cluster { get; init; }

    /// <summary>When it begins, since the lab began; null for now.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>A part of the name of a job's step with which it begins.</summary>
    public string? OnStep { get; init; }

    /// <summary>A part of the PowerShell of that job; null for any.</summary>
    public string? OnJob { get; init; }

    /// <summary>That job itself; null for any.</summary>
    [Target("OnJob")]
    public Key<LabJob>? Job { get; init; }

    /// <summary>The virtual machine that the step's job is about, or the line names; null for any.</summary>
    [Target("OnVM")]
    public Key<VirtualMachine>? TriggerVM { get; init; }

    /// <summary>A part of a line of the log with which it begins.</summary>
    public string? OnLog { get; init; }

    /// <summary>How often it begins in an hour, on average.</summary>
    public int? RatePerHour { get; init; }

    /// <summary>With which probability it begins each time; null for always.</summary>
    public double? Probability { get; init; }

    /// <summary>How many times are let pass first.</summary>
    public int Skip { get; init; }

    /// <summary>How often it may begin; null for once, and with a rate without end.</summary>
    public int? Count { get; init; }

    /// <summary>Whether it waits until it is invoked.</summary>
    public bool Armed { get; init; }

    /// <summary>After how long it repairs itself; null for not at all.</summary>
    public TimeSpan? Duration { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (Name is not null)
        {
            FaultRules.DemandName(lab, Name);
        }

        FaultRules.DemandTarget(lab, this);
        FaultRules.DemandTimes(lab, this);
        FaultRules.DemandTrigger(this);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Fault fault = lab.Faults.Add(key => new Fault(
            key, Name ?? FaultRules.FreeName(lab, Kind), Kind, TargetIn(lab), TriggerOf(), Duration));
        job.Give(fault.Key);
        if (At is null && !Armed && !fault.Trigger.Repeats)
        {
            FaultCourse.BeginNow(lab, fault, job);
        }
        else
        {
            FaultCourse.Arm(lab, fault);
        }
    }

    /// <summary>Every parameter that may name a target, and whether it does.</summary>
    internal IReadOnlyList<(string Parameter, bool IsGiven)> GivenTargets() =>
    [
        ("ComputerName", Computer.Count > 0),
        ("NetAdapterName", NetAdapterName is not null),
        ("StorageArray", Array is not null),
        ("Number", Number is not null),
        ("Lun", Lun.Count > 0),
        ("ErrorPercent", ErrorPercent is not null),
        ("AfterWrites", AfterWrites is not null),
        ("Cluster", Cluster is not null),
        ("ToComputerName", ToComputer.Count > 0),
        ("OneWay", OneWay),
        ("LossPercent", LossPercent is not null),
        ("Delay", Delay is not null),
        ("VMName", VM.Count > 0),
    ];

    /// <summary>What lets it begin.</summary>
    internal FaultTrigger TriggerOf() => new()
    {
        At = At,
        OnStep = OnStep,
        OnJob = OnJob,
        Job = Job,
        VM = TriggerVM,
        OnLog = OnLog,
        RatePerHour = RatePerHour,
        Probability = Probability,
        Skip = Skip,
        Count = Count ?? (RatePerHour is null ? 1 : null),
    };

    private FaultTarget TargetIn(LabState lab) => new()
    {
        Computers = [.. Computer.Distinct()],
        ToComputers = [.. ToComputer.Distinct()],
        OneWay = OneWay,
        LossPercent = LossPercent,
        Delay = Delay,
        VMs = [.. VM.Distinct()],
        Adapter = NetAdapterName is null ? null : Adapters.Find(lab, Computer[0], NetAdapterName)!.Key,
        StorageArray = Array,
        Controller = Number,
        Luns = [.. Lun.Distinct()],
        ErrorPercent = ErrorPercent,
        AfterWrites = AfterWrites,
        Cluster = Cluster,
    };
}
