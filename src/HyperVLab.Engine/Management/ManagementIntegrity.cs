using HyperVLab.Engine.Management.Roles;

namespace HyperVLab.Engine.Management;

/// <summary>Checks what must hold between the parts of Virtual Machine Manager.</summary>
internal static class ManagementIntegrity
{
    /// <summary>Checks a lab that was read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        foreach (VmmServer server in lab.VmmServers)
        {
            bool hasOneRoot = lab.HostGroups.Count(group => group.Server == server.Key && group.Parent is null) == 1;
            Integrity.Demand(hasOneRoot, "VmmServers", server.Key);
        }

        foreach (HostGroup group in lab.HostGroups)
        {
            Integrity.Demand(StandsUnderRoot(lab, group), "HostGroups", group.Key);
            Integrity.Demand(lab.HostGroups.Find(group.Parent) is not { } parent || parent.Server == group.Server,
                "HostGroups", group.Key);
        }

        foreach (ManagedComputer managed in lab.ManagedComputers)
        {
            Integrity.Demand(
                lab.ManagementByComputer.Count(managed.Computer) == 1, "ManagedComputers", managed.Key);
            Integrity.Demand(lab.HostGroups.Find(managed.HostGroup) is not { } group || group.Server == managed.Server,
                "ManagedComputers", managed.Key);
        }

        foreach (VirtualizationManager manager in lab.VirtualizationManagers)
        {
            Integrity.Demand(
                VirtualizationManagers.Of(lab, manager.Server, manager.Computer)!.Key == manager.Key
                    && manager.TcpPort is > 0 and <= ushort.MaxValue,
                "VirtualizationManagers",
                manager.Key);
        }

        foreach (VmmOperation operation in lab.VmmOperations)
        {
            bool isAtStep = Enum.IsDefined(operation.Kind) && operation.StepIndex >= 0
                && operation.StepIndex < Courses.Of(operation.Kind).Count;
            Integrity.Demand(isAtStep, "VmmOperations", operation.Key);
        }

        OperationSubjects.Check(lab);
        RoleIntegrity.Check(lab);
        ConversionIntegrity.Check(lab);
    }

    // A chain that runs in a circle is longer than there are groups.
    private static bool StandsUnderRoot(LabState lab, HostGroup group)
    {
        HostGroup? place = group;
        for (int depth = 0; depth <= lab.HostGroups.Count && place is not null; depth++)
        {
            place = lab.HostGroups.Find(place.Parent);
        }

        return place is null;
    }
}
