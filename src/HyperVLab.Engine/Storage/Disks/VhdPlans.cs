namespace HyperVLab.Engine.Storage;

/// <summary>Several virtual hard disks that are made together: all of them, or none.</summary>
internal static class VhdPlans
{
    /// <summary>A planned disk with the identifier of the row that it will have.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="before">How many disks are made before it by the same request.</param>
    public static VhdPlan Identify(LabState lab, VhdPlan plan, int before) => plan with
    {
        Identifier = lab.Draws.Identifier(VhdPlanner.IdentifierPurpose, lab.StoredDisks.NextNumber + before),
    };

    /// <summary>What planned disks take of a volume, in bytes.</summary>
    public static long NeedOf(IReadOnlyList<VhdPlan> plans, Volume volume)
    {
        long need = 0;
        foreach (VhdPlan plan in plans)
        {
            need += plan.Path.Volume.Key == volume.Key ? volume.Rounded(plan.FileSizeBytes) : 0;
        }

        return need;
    }

    /// <summary>Refuses unless planned disks have room together.</summary>
    /// <exception cref="Engine.Requests.LabException">They have not.</exception>
    public static void DemandRoom(LabState lab, IReadOnlyList<VhdPlan> plans)
    {
        foreach (VhdPlan plan in plans)
        {
            Volume volume = plan.Path.Volume;
            FileTable.DemandSpace(lab, volume, plan.Path.Full, NeedOf(plans, volume));
        }
    }

    /// <summary>
    /// Writes planned disks; where one cannot be written, or they have no room together, none is left.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="plans">The disks.</param>
    /// <param name="write">Writes one, by its place among them, and gives the length of its file in bytes.</param>
    /// <returns>The disks with the lengths of their files.</returns>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    /// <exception cref="Engine.Requests.LabException">They have no room together.</exception>
    public static IReadOnlyList<VhdPlan> Write(
        LabState lab, IReadOnlyList<VhdPlan> plans, Func<VhdPlan, int, long> write)
    {
        var written = new List<VhdPlan>();
        try
        {
            foreach (VhdPlan plan in plans)
            {
                written.Add(plan with { FileSizeBytes = write(plan, written.Count) });
            }

            DemandRoom(lab, written);
            return written;
        }
        catch
        {
            written.ForEach(plan => lab.Disks.Delete(VirtualDiskFiles.LocationOf(lab, plan)));
            throw;
        }
    }
}
