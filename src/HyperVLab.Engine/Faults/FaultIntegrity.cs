using System.Globalization;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>
/// Checks the faults of a lab that was read: what is held down is held by just the faults that say so.
/// </summary>
internal static class FaultIntegrity
{
    /// <summary>Checks all faults.</summary>
    /// <exception cref="InvalidDataException">A count is not that of the active faults, or a trigger is none.
    /// </exception>
    public static void Check(LabState lab)
    {
        foreach (Fault fault in lab.Faults)
        {
            if (fault.Trigger.Probability is not (null or (> 0 and <= 1)))
            {
                throw new InvalidDataException($"{fault.Key} has no probability above 0 and up to 1.");
            }
        }

        Check(lab, lab.Computers, static hold => hold.Unpowered, static one => one.PowerFaults);
        Check(lab, lab.Computers, static hold => hold.Silent, static one => one.AgentFaults);
        Check(lab, lab.Computers, static hold => hold.HungComputers, static one => one.HangFaults);
        Check(lab, lab.VirtualMachines, static hold => hold.Hung, static one => one.HangFaults);
        Check(
            lab,
            lab.NetworkImpairments,
            static hold => hold.Impairment is { } impairment ? [impairment] : [],
            static _ => 1);
        Check(lab, lab.NetworkAdapters, static hold => hold.Adapters, static one => one.LinkFaults);
        Check(lab, lab.StoragePaths, static hold => hold.Paths, static one => one.Faults);
        Check(lab, lab.Luns, static hold => hold.LostTo.Count == 0 ? hold.LostLuns : [], static one => one.LostFaults);
        Check(
            lab,
            lab.Luns,
            static hold => [.. hold.LostLuns.SelectMany(lun => Enumerable.Repeat(lun, hold.LostTo.Count))],
            static one => one.LostTo.Count);
        Check(lab, lab.Luns, static hold => hold.FullLuns, static one => one.FullFaults);
        CheckImpaired(lab);
        Check(lab, lab.Clusters, static hold => hold.Clusters, static one => one.WitnessFaults);
    }

    private static void CheckImpaired(LabState lab)
    {
        foreach (Lun lun in lab.Luns)
        {
            long ticks = 0;
            int percent = 0;
            foreach (Fault fault in lab.Faults)
            {
                bool isHeld = fault.Hold.ImpairedLuns.Contains(lun.Key);
                ticks += isHeld ? fault.Hold.LunDelay.Ticks : 0;
                percent += isHeld ? fault.Hold.LunErrorPercent : 0;
            }

            if (lun.FaultDelay.Ticks != ticks || lun.FaultErrors != percent)
            {
                throw new InvalidDataException($"{lun.Key} is impaired otherwise than the faults say that do so.");
            }
        }
    }

    private static void Check<T>(
        LabState lab, Table<T> table, Func<FaultHold, IReadOnlyList<Key<T>>> held, Func<T, int> count)
        where T : class, IEntity<T>
    {
        foreach (T row in table)
        {
            int faults = lab.Faults.Sum(fault => held(fault.Hold).Count(key => key == row.Key));
            if (count(row) != faults)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{typeof(T).Name} {row.Key} counts {count(row)} faults, and {faults} hold it down."));
            }
        }
    }
}
