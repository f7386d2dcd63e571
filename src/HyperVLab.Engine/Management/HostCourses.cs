using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>How a server comes to be, and how hosts come under its management and leave it.</summary>
internal static class HostCourses
{
    /// <summary>The setup of a server, whose computer has to run throughout.</summary>
    public static IReadOnlyList<CourseStep> InstallServer { get; } =
    [
        new("Install Virtual Machine Manager server", 0)
        {
            Duration = static (_, _) => ManagementSettings.ServerSetup,
            Fails = Agents.Down,
            Ends = static (lab, operation) => lab.VmmServers[operation.Server].FinishSetup(),
        },
    ];

    /// <summary>Agents are put on hosts and these are read.</summary>
    public static IReadOnlyList<CourseStep> Add { get; } =
    [
        new("Add virtual machine host", 0) { Fails = Agents.Unreachable },
        new("Install Virtual Machine Manager agent", 1)
        {
            Duration = static (_, _) => ManagementSettings.AgentSetup,
            Fails = Agents.Unreachable,
            Ends = static (lab, operation) => Each(lab, operation, static one => one.SetAgent(isThere: true)),
        },
        CourseStep.Of("Refresh host", 1, ManagementSettings.HostRefresh, RefreshAll),
    ];

    /// <summary>Agents are taken from hosts, and the hosts are forgotten.</summary>
    public static IReadOnlyList<CourseStep> Remove { get; } =
    [
        CourseStep.Of("Remove virtual machine host", 0, TimeSpan.Zero),
        CourseStep.Of("Remove Virtual Machine Manager agent", 1, ManagementSettings.AgentSetup, Forget),
    ];

    /// <summary>Hosts are read.</summary>
    public static IReadOnlyList<CourseStep> Refresh { get; } =
        [CourseStep.Of("Refresh host", 0, ManagementSettings.HostRefresh, RefreshAll)];

    private static void RefreshAll(LabState lab, VmmOperation operation) =>
        Each(lab, operation, one => one.Refresh(lab.Now));

    private static void Forget(LabState lab, VmmOperation operation) =>
        Each(lab, operation, one => HostEnrolment.Release(lab, one));

    private static void Each(LabState lab, VmmOperation operation, Action<ManagedComputer> change)
    {
        foreach (Key<PhysicalComputer> computer in operation.Computers)
        {
            if (Agents.Of(lab, computer) is { } managed)
            {
                change(managed);
            }
        }
    }
}
