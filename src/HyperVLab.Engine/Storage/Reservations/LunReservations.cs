using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Persistent reservations of clusters' LUNs, of the type that Windows asks for: write exclusive, registrants only. A
/// plain disk has one registrant, who holds the reservation; of a shared volume every member is registered, and its
/// coordinator holds it.
/// </summary>
internal static class LunReservations
{
    /// <summary>
    /// Gives the reservation to a computer, which preempts whoever held it; or releases it. What nobody shares has no
    /// other registrants.
    /// </summary>
    public static void Give(LabState lab, Key<Lun> key, Key<PhysicalComputer>? computer)
    {
        Lun lun = lab.Luns[key];
        bool hasChanged = lun.ReservedBy != computer;
        lun.Reserve(computer);
        if (!lun.IsSharedVolume)
        {
            hasChanged |= RemoveAllBut(lab, key, computer);
        }

        if (computer is { } holder)
        {
            hasChanged |= Add(lab, key, holder);
        }

        if (hasChanged)
        {
            VolumeRoutes.Changed(lab, key);
        }
    }

    /// <summary>Registers a computer.</summary>
    public static void Register(LabState lab, Key<Lun> lun, Key<PhysicalComputer> computer)
    {
        if (Add(lab, lun, computer))
        {
            VolumeRoutes.Changed(lab, lun);
        }
    }

    /// <summary>
    /// Takes a computer's registration away: it leaves, or the others preempt it. Whatever it writes from now on fails.
    /// </summary>
    public static void Remove(LabState lab, Key<Lun> lun, Key<PhysicalComputer> computer)
    {
        if (Find(lab, lun, computer) is { } registration)
        {
            lab.LunRegistrations.Remove(registration.Key);
            VolumeRoutes.Changed(lab, lun);
        }
    }

    /// <summary>The LUN is no cluster's disk any more: nobody is registered, and none holds it.</summary>
    public static void LeaveCluster(LabState lab, Lun lun)
    {
        RemoveAllBut(lab, lun.Key, null);
        lun.LeaveCluster();
        VolumeRoutes.Changed(lab, lun.Key);
    }

    /// <summary>Whether a computer is registered with a LUN.</summary>
    public static bool IsRegistered(LabState lab, Key<Lun> lun, Key<PhysicalComputer> computer) =>
        Find(lab, lun, computer) is not null;

    /// <summary>Whether the array lets a computer write to a cluster's LUN.</summary>
    public static bool LetsWrite(LabState lab, Lun lun, Key<PhysicalComputer> computer) =>
        !lab.Guards.HonoursReservations
        || (lun.IsSharedVolume ? IsRegistered(lab, lun.Key, computer) : lun.ReservedBy == computer);

    private static LunRegistration? Find(LabState lab, Key<Lun> lun, Key<PhysicalComputer> computer)
    {
        foreach (LunRegistration registration in lab.RegistrationsByComputer.Of(computer))
        {
            if (registration.Lun == lun)
            {
                return registration;
            }
        }

        return null;
    }

    private static bool Add(LabState lab, Key<Lun> lun, Key<PhysicalComputer> computer)
    {
        if (Find(lab, lun, computer) is not null)
        {
            return false;
        }

        lab.LunRegistrations.Add(key => new LunRegistration(key, lun, computer));
        return true;
    }

    private static bool RemoveAllBut(LabState lab, Key<Lun> lun, Key<PhysicalComputer>? computer)
    {
        bool isAny = false;
        foreach (LunRegistration registration in lab.LunRegistrations.ToList())
        {
            if (registration.Lun == lun && registration.Computer != computer)
            {
                lab.LunRegistrations.Remove(registration.Key);
                isAny = true;
            }
        }

        return isAny;
    }
}
