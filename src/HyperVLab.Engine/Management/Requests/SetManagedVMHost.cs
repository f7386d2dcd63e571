using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Sets what placement does with a managed host.</summary>
[MadeBy("Set-LabVMHost")]
public sealed record SetManagedVMHost : LabRequest
{
    /// <summary>The host.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether placement may choose it; null to leave it.</summary>
    public bool? AvailableForPlacement { get; init; }

    /// <summary>What stays free of its processors, in percent; null to leave it.</summary>
    public int? CPUPercentageReserve { get; init; }

    /// <summary>What stays free of its memory; null to leave it.</summary>
    public int? MemoryReserveMB { get; init; }

    /// <summary>What stays free of each volume; null to leave it.</summary>
    public int? DiskSpaceReserveMB { get; init; }

    /// <summary>What stays free of its network, in percent; null to leave it.</summary>
    public int? NetworkPercentageReserve { get; init; }

    /// <summary>What stays free of its disk I/O, in operations a second; null to leave it.</summary>
    public int? MaxDiskIOReservation { get; init; }

    /// <summary>
    /// Whether it has reserves of its own, in place of its group's; null for as it was, or yes where one is given.
    /// </summary>
    public bool? OverrideHostGroupReserves { get; init; }

    /// <summary>Whose credentials of an ESX host the server is given; null for none.</summary>
    [Target("VMHostManagementCredential")]
    [ShownAs("(Get-Credential root)")]
    public string? UserName { get; init; }

    /// <summary>Refuses credentials by which no files of a host are sent.</summary>
    /// <exception cref="LabException">They are another account's, or the host is no ESX host.</exception>
    internal static void DemandUser(LabState lab, Key<PhysicalComputer> host, string? user)
    {
        if (user is null)
        {
            return;
        }

        PhysicalComputer computer = lab.RequireComputer(host);
        if (Platforms.Find(computer) is not { IsManagedByCenter: true })
        {
            throw VirtualCenterErrors.NotEsx.For(computer.Name, computer.Name);
        }

        if (user.TrimStart('\\') != ManagementSettings.EsxUser)
        {
            throw VirtualizationManagerErrors.NotRoot.For(user, user, computer.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmAccess.DemandManaged(lab, caller, Computer);
        DemandUser(lab, Computer, UserName);
        if (CPUPercentageReserve is < 0 or > 100 || NetworkPercentageReserve is < 0 or > 100 || MemoryReserveMB < 0
            || DiskSpaceReserveMB < 0 || MaxDiskIOReservation < 0)
        {
            string name = lab.NameOf(Computer);
            throw ManagementErrors.Reserve.For(name, name);
        }

        if (OverrideHostGroupReserves == false && IsReserveGiven)
        {
            string name = lab.NameOf(Computer);
            throw ManagementErrors.ReserveInherited.For(name, name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        ManagedComputer managed = Agents.Of(lab, Computer)!;
        bool isOwn = OverrideHostGroupReserves ?? (IsReserveGiven || managed.OwnReserves is not null);
        managed.Choose(
            Description ?? managed.Description,
            AvailableForPlacement ?? managed.AvailableForPlacement,
            isOwn ? Change(GroupReserves.On(lab, managed)) : null);
        if (UserName is not null)
        {
            managed.TakeCredentials();
        }

        job.Give(Computer);
    }

    private bool IsReserveGiven => CPUPercentageReserve is not null || MemoryReserveMB is not null
        || DiskSpaceReserveMB is not null || NetworkPercentageReserve is not null || MaxDiskIOReservation is not null;

    private HostReserves Change(HostReserves reserves) => new(
        CPUPercentageReserve ?? reserves.CpuPercent,
        MemoryReserveMB ?? reserves.MemoryMegabytes,
        DiskSpaceReserveMB ?? reserves.DiskMegabytes,
        NetworkPercentageReserve ?? reserves.NetworkPercent)
    {
        DiskOperations = MaxDiskIOReservation ?? reserves.DiskOperations,
    };
}
