using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Who holds the reservation of a cluster's LUN.</summary>
internal static class LunReservations
{
    /// <summary>Gives the reservation to a computer, or to none.</summary>
    public static void Give(LabState lab, Key<Lun> key, Key<PhysicalComputer>? computer)
    {
        Lun lun = lab.Luns[key];
        if (lun.ReservedBy != computer)
        {
            lun.Reserve(computer);
            VolumeRoutes.Changed(lab, key);
        }
    }
}
