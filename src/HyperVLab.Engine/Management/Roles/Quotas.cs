using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>How many points of their quotas roles and their members have taken.</summary>
internal static class Quotas
{
    /// <summary>Refuses more points than a role has left.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="role">The role.</param>
    /// <param name="owner">The member whose the machine is.</param>
    /// <param name="points">How many points it takes.</param>
    /// <param name="but">The machine, where it is there already.</param>
    /// <exception cref="LabException">It has not so many left.</exception>
    public static void Demand(
        LabState lab, UserRole role, Key<Account>? owner, int points, Key<VirtualMachine>? but)
    {
        if (!HasLeft(lab, role, owner, points, but))
        {
            long taken = Taken(lab, role, owner, but);
            throw RoleErrors.QuotaExceeded.For(
                role.Name, role.Name, Text(taken), Text(role.QuotaPoint!.Value), Text(points));
        }
    }

    /// <summary>Whether a role has so many points left.</summary>
    public static bool HasLeft(
        LabState lab, UserRole role, Key<Account>? owner, int points, Key<VirtualMachine>? but) =>
        role.QuotaPoint is not { } quota || Taken(lab, role, owner, but) + points <= quota;

    /// <summary>
    /// How many points of its quota are taken: by the machines of one member where each has a quota of his own, else by
    /// those of all.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="role">The role.</param>
    /// <param name="owner">The member.</param>
    /// <param name="but">A machine that does not count.</param>
    public static long Taken(LabState lab, UserRole role, Key<Account>? owner, Key<VirtualMachine>? but = null)
    {
        long taken = 0;
        foreach ((Key<Account>? whose, int points, Key<VirtualMachine> vm) in Takers(lab, role))
        {
            if (vm != but && (!role.QuotaPerUser || whose == owner))
            {
                taken += points;
            }
        }

        return taken;
    }

    /// <summary>Refuses a quota below what is taken: nothing is taken away from anybody.</summary>
    /// <exception cref="LabException">More is taken.</exception>
    public static void DemandEnough(LabState lab, UserRole role, int quota, bool perUser)
    {
        long taken = MostTaken(lab, role, perUser);
        if (taken > quota)
        {
            throw RoleErrors.QuotaTaken.For(role.Name, role.Name, Text(taken), Text(quota));
        }
    }

    /// <summary>How many points are taken by all, or by the member who takes the most.</summary>
    public static long MostTaken(LabState lab, UserRole role, bool perUser)
    {
        var taken = new Dictionary<int, long>();
        long most = 0;
        foreach ((Key<Account>? owner, int points, _) in Takers(lab, role))
        {
            int whose = perUser ? owner?.Number ?? 0 : 0;
            taken[whose] = taken.GetValueOrDefault(whose) + points;
            most = Math.Max(most, taken[whose]);
        }

        return most;
    }

    // Machines on hosts, those that are being made among them; what is stored in the library takes no points.
    private static IEnumerable<(Key<Account>? Owner, int Points, Key<VirtualMachine> VM)> Takers(
        LabState lab, UserRole role)
    {
        foreach (VMOwnership one in lab.VMOwnerships)
        {
            if (one.UserRole == role.Key && !lab.VirtualMachines[one.VM].IsStored)
            {
                yield return (one.Owner, one.QuotaPoint, one.VM);
            }
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
