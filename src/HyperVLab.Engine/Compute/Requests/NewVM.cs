using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Makes a virtual machine with one network adapter, and with a new, an existing or no virtual hard disk.
/// </summary>
public sealed record NewVM : LabRequest
{
    private ResolvedPath? _configuration;
    private VhdPlan? _disk;

    /// <summary>Its name; several machines may have the same.</summary>
    public string Name { get; init; } = "New Virtual Machine";

    /// <summary>The host.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Its memory in bytes; null for 512 MB.</summary>
    public long? MemoryStartupBytes { get; init; }

    /// <summary>Its generation; null for 1.</summary>
    public int? Generation { get; init; }

    /// <summary>The virtual switch to which its adapter is connected; null for none.</summary>
    public string? SwitchName { get; init; }

    /// <summary>Whether it is said that it gets no virtual hard disk.</summary>
    public bool NoVHD { get; init; }

    /// <summary>A virtual hard disk that exists.</summary>
    public string? VHDPath { get; init; }

    /// <summary>Where a dynamic virtual hard disk is made for it.</summary>
    public string? NewVHDPath { get; init; }

    /// <summary>The size of that disk in bytes.</summary>
    public long? NewVHDSizeBytes { get; init; }

    /// <summary>
    /// The folder in which its own folder is made; null for the host's default, which gets no such folder.
    /// </summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = VMHosts.Demand(lab, caller, Computer);
        VMLimits.DemandName(Name);
        VMLimits.DemandGeneration(computer, Generation);
        VMLimits.DemandMemory(computer, Name, MemoryStartupBytes ?? ComputeSettings.DefaultMemoryBytes);
        if (SwitchName is { } network)
        {
            VMAdapters.RequireSwitch(lab, Computer, network);
        }

        _configuration = VMFiles.DemandConfiguration(
            lab,
            Computer,
            VMFiles.FolderOf(computer, Name, Path),
            Name,
            lab.Draws.Identifier(VMFactory.IdentifierPurpose, lab.VirtualMachines.NextNumber));
        ValidateDisk(lab, computer);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        if (_disk is { } disk)
        {
            VirtualDiskFiles.Write(lab, disk);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalComputer computer = lab.Computers[Computer];
        if (_disk is { } created)
        {
            VirtualDiskFiles.Add(lab, created);
        }

        VirtualMachine vm = VMFactory.Add(lab, computer, Name, Path);
        vm.SetMemory(MemoryStartupBytes ?? ComputeSettings.DefaultMemoryBytes);
        VMFiles.CreateConfiguration(lab, vm, _configuration!);
        VMFactory.AddAdapter(lab, vm, VMFactory.AdapterName, isLegacy: false, SwitchName);
        if ((VHDPath ?? NewVHDPath) is { } disk)
        {
            VMFactory.AddDrive(lab, vm, ControllerType.IDE, 0, 0, DiskPath(computer, disk));
        }

        VMFactory.AddDvdDrive(lab, vm, ComputeSettings.FirstDvdPlace, path: null);

        job.Give(vm.Key);

        // The journal keeps the request, and need not keep what was found out for it.
        (_configuration, _disk) = (null, null);
    }

    // A bare file name means the host's folder for virtual hard disks, or the machine's own where it has one.
    private string DiskPath(PhysicalComputer computer, string path) =>
        path.AsSpan().ContainsAny('\\', '/') ? path
        : Platforms.Of(computer).HasFolderForEach ? WindowsPath.Join(VMFiles.FolderOf(computer, Name, Path), path)
        : $@"{computer.VirtualHardDiskPath}\{path}";

    private static void Refuse(LabException? refusal)
    {
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    private void ValidateDisk(LabState lab, PhysicalComputer computer)
    {
        _disk = null;
        if ((NoVHD ? 1 : 0) + (VHDPath is null ? 0 : 1) + (NewVHDPath is null ? 0 : 1) > 1
            || (NewVHDPath is null) != (NewVHDSizeBytes is null))
        {
            throw VMErrors.DiskSaidTwice.For(Name);
        }

        if (NewVHDPath is not null)
        {
            _disk = VirtualDiskFiles.Plan(
                lab,
                Computer,
                new VhdSpecification { Path = DiskPath(computer, NewVHDPath), SizeBytes = NewVHDSizeBytes });
            VMFiles.DemandRoomForBoth(lab, _configuration!, _disk);
            Refuse(VMDrives.SizeRefusal(Platforms.Of(computer), NewVHDPath, NewVHDSizeBytes!.Value));
        }

        if (VHDPath is { } existing)
        {
            VMDrives.RequireDisk(lab, Computer, DiskPath(computer, existing));
            Refuse(VMDrives.SizeRefusal(lab, computer, ControllerType.IDE, DiskPath(computer, existing)));
        }
    }
}
