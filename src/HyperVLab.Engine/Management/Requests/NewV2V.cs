using HyperVLab.Disks;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Converts a virtual machine of VMware, of an ESX host or of files in the library, into one of a managed host.
/// </summary>
public sealed record NewV2V : LabRequest, IPlacing
{
    private IReadOnlySet<Key<PhysicalComputer>>? _among;
    private MachinePlace? _place;
    private VmxSource? _source;
    private IReadOnlyList<VhdPlan>? _disks;

    /// <summary>The network path of its configuration (.vmx) in the library; null for a machine of a host.</summary>
    public string? VMXPath { get; init; }

    /// <summary>The virtual machine on a host of VMware ESX; null for one of the library.</summary>
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>The host that gets the virtual machine; null for the best.</summary>
    public Key<PhysicalComputer>? VMHost { get; init; }

    /// <summary>The group in which the best host is looked for; null for all.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>What the virtual machine is called; null for the name in its configuration.</summary>
    public string? Name { get; init; }

    /// <summary>The folder in which its own folder is made; null for the host's default.</summary>
    public string? Path { get; init; }

    /// <summary>Its memory in megabytes; null for what its configuration says.</summary>
    public int? MemoryMB { get; init; }

    /// <summary>Its processors; null for what its configuration says.</summary>
    public int? CPUCount { get; init; }

    /// <summary>The virtual switch to which it is connected; null for none.</summary>
    public string? VirtualNetwork { get; init; }

    /// <summary>Whether it is started in the end.</summary>
    public bool StartVM { get; init; }

    /// <summary>Whether no integration services are put into the copy.</summary>
    public bool SkipInstallVirtualizationGuestServices { get; init; }

    /// <inheritdoc/>
    void IPlacing.Among(IReadOnlySet<Key<PhysicalComputer>>? hosts) => _among = hosts;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer manager = VmmAccess.DemandFor(lab, caller, VMHost, VMHostGroup);
        VmxSource source = SourceOf(lab, caller, manager.Key);
        if (!Agents.Answers(lab, manager, source.Computer))
        {
            string name = lab.NameOf(source.Computer);
            throw V2VCourse.ErrorOf(lab, source.Computer).For(name, name, manager.Name);
        }

        _place = new PlaceWish
        {
            Name = NameOf(source),
            Server = manager.Key,
            VMHost = VMHost,
            VMHostGroup = VMHostGroup,
            Path = Path,
            Among = _among,
        }.Find(lab, _ => MachineOf(source).DemandFor(source.Disks.Sum(static disk => disk.FileBytes)));
        lab.RequireVMHost(_place.Host);
        ConvertedMachine machine = MachineOf(source);
        ConversionResult.Demand(lab, machine);
        _disks = [.. source.Disks.Select((disk, index) => PlanOf(lab, machine, disk, index))];
        _source = source;
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        PhysicalComputer? services = SkipInstallVirtualizationGuestServices ? null : lab.Computers[_place!.Host];
        _disks = VhdPlans.Write(lab, _disks!, (plan, index) =>
            VmxSource.Write(lab, plan, _source!.Disks[index].File, services));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmxSource source = _source!;
        Conversion conversion = lab.Conversions.Add(
            key => new Conversion(key, source.Computer, MachineOf(source)));
        conversion.Copy(
            [
                .. _disks!.Select((plan, index) => new ConvertedDisk(
                    source.Disks[index].File.Name,
                    plan.Path.Full,
                    VirtualDiskFiles.Add(lab, plan).File,
                    source.Disks[index].FileBytes)),
            ],
            isOffline: false,
            shutsDownSource: false);
        Conversions.Begin(lab, job, VmmOperationKind.ConvertV2V, conversion);
        _place!.Explain(lab, job);

        // The journal keeps the request, and need not keep what was found out for it.
        (_source, _disks, _place, _among) = (null, null, null, null);
    }

    private VmxSource SourceOf(LabState lab, LabCaller caller, Key<VmmServer> server)
    {
        if ((VMXPath is null) == (VM is null))
        {
            throw V2VErrors.OneSource.For(null);
        }

        return VM is { } vm ? VmxSource.Demand(lab, caller, vm, server) : VmxSource.Require(lab, VMXPath!);
    }

    private static VhdPlan PlanOf(LabState lab, ConvertedMachine machine, VmxDisk disk, int index)
    {
        string name = disk.File.Name[..disk.File.Name.LastIndexOf('.')];
        return VhdPlans.Identify(
            lab,
            VirtualDiskFiles.Plan(lab, machine.Target, new VhdSpecification
            {
                Path = $@"{ConversionResult.FolderOf(lab, machine)}\{name}.vhd",
                SizeBytes = disk.SizeBytes,
                VhdType = VhdType.Dynamic,
            }),
            index);
    }

    private ConvertedMachine MachineOf(VmxSource source) => new()
    {
        Target = _place?.Host ?? default,
        Name = NameOf(source),
        Folder = _place?.Path,
        MemoryBytes = (long)(MemoryMB ?? source.Machine.MemoryMegabytes) << 20,
        ProcessorCount = CPUCount ?? source.Machine.ProcessorCount,
        SwitchName = VirtualNetwork,
        Starts = StartVM,
        GetsServices = !SkipInstallVirtualizationGuestServices,
    };

    private string NameOf(VmxSource source) => Name ?? source.Machine.Name ?? NameOfFile;

    private string NameOfFile => VMXPath![(VMXPath!.LastIndexOf('\\') + 1)..].Split('.')[0];
}
