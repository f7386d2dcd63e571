using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Makes a virtual hard disk in a volume of a host.</summary>
public sealed record NewVHD : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The full path on the host, ending with .vhd, or .vhdx from Windows Server 2012 on.</summary>
    public required string Path { get; init; }

    /// <summary>The size that a guest sees, in bytes; null takes the parent's.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Whether its file has all its bytes from the beginning.</summary>
    public bool Fixed { get; init; }

    /// <summary>
    /// Whether its file grows with what is written; so it does where nothing is said and there is no parent.
    /// </summary>
    public bool Dynamic { get; init; }

    /// <summary>Whether it keeps what differs from a parent; so it does where a parent is named.</summary>
    public bool Differencing { get; init; }

    /// <summary>The parent's full path on the host.</summary>
    public string? ParentPath { get; init; }

    /// <summary>The size of a block in bytes; null for Hyper-V's own.</summary>
    public long? BlockSizeBytes { get; init; }

    /// <summary>The sector that a guest sees, in bytes; null for 512 or the parent's.</summary>
    public long? LogicalSectorSizeBytes { get; init; }

    /// <summary>
    /// The sector that a guest is told of as the medium's, in bytes; null for Hyper-V's own or the parent's.
    /// </summary>
    public long? PhysicalSectorSizeBytes { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        lab.RequireVMHost(Computer);
        if ((Fixed ? 1 : 0) + (Dynamic ? 1 : 0) + (Differencing ? 1 : 0) > 1)
        {
            throw StorageErrors.OneTypeOnly.For(Path);
        }

        VirtualDiskFiles.Plan(lab, Computer, Specification);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        StoredDisk disk = VirtualDiskFiles.Add(lab, VirtualDiskFiles.Plan(lab, Computer, Specification));
        job.Give(disk.File);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller) =>
        VirtualDiskFiles.Write(lab, VirtualDiskFiles.Plan(lab, Computer, Specification));

    private VhdSpecification Specification => new()
    {
        Path = Path,
        VhdType = Fixed ? VhdType.Fixed
            : Differencing || (ParentPath is not null && !Dynamic) ? VhdType.Differencing
            : VhdType.Dynamic,
        SizeBytes = SizeBytes,
        BlockSizeBytes = BlockSizeBytes,
        LogicalSectorSizeBytes = LogicalSectorSizeBytes,
        PhysicalSectorSizeBytes = PhysicalSectorSizeBytes,
        ParentPath = ParentPath,
    };
}
