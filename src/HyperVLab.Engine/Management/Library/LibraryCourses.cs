using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>How library servers come and go, and how their shares are read.</summary>
internal static class LibraryCourses
{
    /// <summary>The agent is put on a computer where it is not yet.</summary>
    public static IReadOnlyList<CourseStep> Add { get; } =
    [
        new("Add library server", 0) { Fails = Agents.Unreachable },
        new("Install Virtual Machine Manager agent", 1)
        {
            Duration = static (lab, operation) => Managed(lab, operation) is { HasAgent: false }
                ? ManagementSettings.AgentSetup
                : TimeSpan.Zero,
            Fails = Agents.Unreachable,
            Ends = static (lab, operation) => Managed(lab, operation)?.SetAgent(isThere: true),
        },
    ];

    /// <summary>A library server is forgotten with its shares; a host stays one.</summary>
    public static IReadOnlyList<CourseStep> Remove { get; } =
    [
        new("Remove library server", 0)
        {
            Fails = static (lab, operation) => Agents.Lost(lab, operation) ?? Needed(lab, operation),
        },
        new("Remove Virtual Machine Manager agent", 1)
        {
            Fails = static (lab, operation) => Agents.Lost(lab, operation) ?? Needed(lab, operation),
            Duration = static (lab, operation) => Managed(lab, operation) is { IsHost: false }
                ? ManagementSettings.AgentSetup
                : TimeSpan.Zero,
            Ends = static (lab, operation) => Forget(lab, operation.Computers[0]),
        },
    ];

    /// <summary>A share is read.</summary>
    public static IReadOnlyList<CourseStep> Refresh { get; } =
    [
        new("Refresh library share", 0)
        {
            Duration = static (lab, operation) => LibraryScan.DurationOf(lab, ShareOf(operation)),
            Fails = static (lab, operation) => Agents.Lost(lab, operation) ?? Unreadable(lab, operation),
            Ends = static (lab, operation) => LibraryScan.Run(lab, lab.LibraryShares[ShareOf(operation)]),
        },
    ];

    /// <summary>Forgets a library server and what was known of its shares.</summary>
    public static void Forget(LabState lab, Key<PhysicalComputer> computer)
    {
        if (Libraries.Of(lab, computer) is not { } server)
        {
            return;
        }

        foreach (LibraryShare share in lab.LibraryShares.ToArray())
        {
            if (share.LibraryServer == server.Key)
            {
                Libraries.Remove(lab, share);
            }
        }

        lab.LibraryServers.Remove(server.Key);
        if (Agents.Of(lab, computer) is { IsHost: false } managed)
        {
            lab.ManagedComputers.Remove(managed.Key);
        }
    }

    /// <summary>Why a share cannot be got at; null where it can.</summary>
    public static StepFailure? Unreadable(LabState lab, LibraryShare share)
    {
        string path = LibraryFiles.PathOf(lab, share);
        return LibraryScan.Problem(lab, share) is { } problem
            ? new StepFailure(LibraryErrors.ShareGone, path, path, problem)
            : null;
    }

    private static Key<LibraryShare> ShareOf(VmmOperation operation) => new(operation.Subject!.Value);

    private static ManagedComputer? Managed(LabState lab, VmmOperation operation) =>
        Agents.Of(lab, operation.Computers[0]);

    private static StepFailure? Needed(LabState lab, VmmOperation operation)
    {
        if (Libraries.Of(lab, operation.Computers[0]) is not { } server
            || LibraryDependents.FirstOf(lab, server) is not { } held)
        {
            return StoredMachines.Holds(lab, operation.Computers[0]);
        }

        string name = lab.NameOf(server.Computer);
        return new StepFailure(LibraryErrors.ServerInUse, name, name, held.Resource.Name, held.Dependent);
    }

    private static StepFailure? Unreadable(LabState lab, VmmOperation operation) =>
        lab.LibraryShares.Find(ShareOf(operation)) is { } share
            ? Unreadable(lab, share)
            : new StepFailure(LibraryErrors.NoSuchShare, string.Empty, "that was to be read");
}
