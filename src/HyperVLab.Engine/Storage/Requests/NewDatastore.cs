using System.Buffers;
using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>
/// Makes a VMFS datastore of a disk that a host of VMware ESX shows; every other ESX host that shows the disk has it
/// too, as VirtualCenter lets them rescan.
/// </summary>
public sealed record NewDatastore : LabRequest
{
    private const int LongestName = 42;

    private static readonly SearchValues<char> s_refused = SearchValues.Create("[]/\\:*?\"<>|");

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The host.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk's number on the host.</summary>
    public required int DiskNumber { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer host = lab.RequireComputer(Computer);
        if (Platforms.Find(host) is not { IsManagedByCenter: true })
        {
            throw VirtualCenterErrors.NotEsx.For(host.Name, host.Name);
        }

        VirtualCenters.Demand(lab, caller, Computer);
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || Name.Trim() != Name
            || Name.AsSpan().ContainsAny(s_refused) || Name.Any(char.IsControl))
        {
            throw VirtualCenterErrors.Datastore.For(Name, Name);
        }

        Lun lun = lab.Luns[DiskInventory.Require(lab, Computer, DiskNumber).Lun];
        if (Fault(lab, lun) is { } fault)
        {
            throw VirtualCenterErrors.DiskUsed.For(
                Name, DiskNumber.ToString(CultureInfo.InvariantCulture), host.Name, fault);
        }

        foreach (PhysicalComputer computer in Datastores.HostsOf(lab, lun.Key))
        {
            if (VolumeMounts.Find(lab, computer.Key, Datastores.PathOf(Name)) is not null)
            {
                throw VirtualCenterErrors.DatastoreThere.For(Name, Name, computer.Name);
            }
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Lun lun = lab.Luns[DiskInventory.Require(lab, Computer, DiskNumber).Lun];
        Volume volume = Datastores.Make(lab, lun, Name);
        foreach (PhysicalComputer computer in Datastores.HostsOf(lab, lun.Key))
        {
            Datastores.Show(lab, computer, lun.Key);
        }

        job.Give(volume.Key);
    }

    private static string? Fault(LabState lab, Lun lun) =>
        lun.PartitionStyle != PartitionStyle.RAW ? "something is on it."
        : lun.IsClustered ? "a failover cluster has it."
        : lab.HostDisks.Any(disk => disk.Lun == lun.Key && !disk.IsOffline
            && Platforms.Find(lab.Computers[disk.Computer]) is not { IsManagedByCenter: true })
            ? "it is online on a computer that is no ESX host."
        : null;
}
