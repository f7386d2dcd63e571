namespace HyperVLab.Engine.Faults;

/// <summary>
/// What can befall the process that holds the lab. It is not part of the lab, so nothing happens where nobody has said
/// that this process may die for it: in a lab that was imported or is made again from its journal.
/// </summary>
internal static class ProcessFaults
{
    /// <summary>Kills the process, at once or before a write to the files of virtual disks.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="afterWrites">Before which write from now on, from 1; null for at once.</param>
    public static void Kill(LabState lab, int? afterWrites)
    {
        if (lab.ProcessKiller is not { } kill)
        {
            return;
        }

        if (afterWrites is { } writes)
        {
            lab.Disks.CountDown(writes, kill);
        }
        else
        {
            kill();
        }
    }
}
