using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The VirtualCenter servers that Virtual Machine Manager uses.</summary>
internal static class VirtualizationManagers
{
    /// <summary>It is added: the server logs on, and reads what it has.</summary>
    public static IReadOnlyList<CourseStep> Add { get; } =
    [
        new("Add virtualization manager", 0) { Fails = Lost },
        CourseStep.Of("Refresh virtualization manager", 1, ManagementSettings.HostRefresh, Refresh) with
        {
            Fails = Lost,
        },
    ];

    /// <summary>It is read.</summary>
    public static IReadOnlyList<CourseStep> Read { get; } =
    [
        CourseStep.Of("Refresh virtualization manager", 0, ManagementSettings.HostRefresh, Refresh) with
        {
            Fails = Lost,
        },
    ];

    /// <summary>Hosts come under management through it: no agent is put on them.</summary>
    public static IReadOnlyList<CourseStep> AddHosts { get; } =
    [
        new("Add virtual machine host", 0) { Fails = HostLost },
        CourseStep.Of("Refresh host", 1, ManagementSettings.HostRefresh, RefreshHosts) with { Fails = HostLost },
    ];

    /// <summary>The manager under a key.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static VirtualizationManager Require(LabState lab, Key<VirtualizationManager> key) =>
        lab.VirtualizationManagers.Find(key)
        ?? throw VirtualizationManagerErrors.NoSuch.For(key.ToString(), key.ToString());

    /// <summary>The manager of a server that is a computer; null where it is none.</summary>
    public static VirtualizationManager? Of(
        LabState lab, Key<VmmServer> server, Key<PhysicalComputer> computer) =>
        lab.VirtualizationManagers.FirstOrDefault(one => one.Server == server && one.Computer == computer);

    /// <summary>The manager through which a server has a host; null where it has none.</summary>
    public static VirtualizationManager? OfHost(
        LabState lab, Key<VmmServer> server, Key<PhysicalComputer> host) =>
        VirtualCenters.Of(lab, host) is { } row ? Of(lab, server, row.Center) : null;

    /// <summary>The hosts that a server manages through one.</summary>
    public static IReadOnlyList<ManagedComputer> HostsOf(LabState lab, VirtualizationManager manager) =>
    [
        .. lab.ManagedComputers.Where(managed => managed.Server == manager.Server
            && VirtualCenters.Of(lab, managed.Computer)?.Center == manager.Computer),
    ];

    /// <summary>Why a server does not get at one; null where it does.</summary>
    public static StepFailure? Refusal(LabState lab, VirtualizationManager manager)
    {
        PhysicalComputer center = lab.Computers[manager.Computer];
        VmmServer server = lab.VmmServers[manager.Server];
        return !VirtualCenters.IsServing(lab, center.Key) || !lab.CanReach(server.Computer, center.Key)
            ? new StepFailure(VirtualizationManagerErrors.NotReached, center.Name, center.Name, server.Name)
            : !LocalGroups.IsAdministrator(lab, manager.Account, center)
            ? new StepFailure(
                VirtualizationManagerErrors.AccessDenied, center.Name, center.Name, lab.NameOf(manager.Account))
            : null;
    }

    /// <summary>Whether a server gets at a host through a VirtualCenter.</summary>
    public static bool Answers(LabState lab, VmmServer server, Key<PhysicalComputer> host) =>
        OfHost(lab, server.Key, host) is { } manager && Refusal(lab, manager) is null
        && VirtualCenters.Reaches(lab, host);

    private static VirtualizationManager? Of(LabState lab, VmmOperation operation) =>
        lab.VirtualizationManagers.Find(new Key<VirtualizationManager>(operation.Subject!.Value));

    private static StepFailure? Lost(LabState lab, VmmOperation operation) =>
        Of(lab, operation) is { } manager
            ? Refusal(lab, manager)
            : new StepFailure(VirtualizationManagerErrors.Gone, lab.NameOf(operation.Server));

    private static StepFailure? HostLost(LabState lab, VmmOperation operation)
    {
        VmmServer server = lab.VmmServers[operation.Server];
        foreach (Key<PhysicalComputer> host in operation.Computers)
        {
            string name = lab.NameOf(host);
            if (OfHost(lab, server.Key, host) is not { } manager)
            {
                return new StepFailure(VirtualizationManagerErrors.HostUnknown, name, name, server.Name);
            }

            if (Refusal(lab, manager) is { } refusal)
            {
                return refusal;
            }

            if (!VirtualCenters.Reaches(lab, host))
            {
                return new StepFailure(VirtualCenterErrors.Disconnected, name, name, lab.NameOf(manager.Computer));
            }
        }

        return null;
    }

    private static void Refresh(LabState lab, VmmOperation operation)
    {
        VirtualizationManager manager = Of(lab, operation)!;
        manager.Refresh(lab.Now);
        foreach (ManagedComputer host in HostsOf(lab, manager))
        {
            host.Refresh(lab.Now);
        }
    }

    private static void RefreshHosts(LabState lab, VmmOperation operation)
    {
        foreach (Key<PhysicalComputer> host in operation.Computers)
        {
            Agents.Of(lab, host)?.SetAgent(isThere: true);
            Agents.Of(lab, host)?.Refresh(lab.Now);
        }
    }
}
