using HyperVLab.Disks.Guests;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What a generalized system does when it first starts with nobody to tell it anything: it takes an identifier of its
/// own, and a name as Windows' setup draws it.
/// </summary>
internal static class GuestSetup
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const int DrawnLetters = 11;

    /// <summary>A drawn name, such as WIN-7K3M0Q2ZB1X.</summary>
    public static string DrawName(LabState lab, int number) =>
        "WIN-" + string.Concat(Enumerable.Range(0, DrawnLetters).Select(
            index => Letters[(int)lab.Draws.Between(0, Letters.Length - 1, "guest-computer-name", number, index)]));

    /// <summary>Sets a system up.</summary>
    /// <returns>What it is then; null where it could not be written.</returns>
    public static GuestSystemRecord? Run(LabState lab, VirtualMachine vm, GuestSystemRecord system)
    {
        // The event's number, for a machine may be given one generalized disk after another.
        int number = (int)(lab.Scheduler.Applied & int.MaxValue);
        GuestSystemRecord own = system with
        {
            ComputerName = DrawName(lab, -1 - number),
            MachineSid = GuestRules.DrawSid(lab, system.OperatingSystem, -1 - number),
            Generalized = false,
        };
        return BootDisk.TryWrite(lab, vm, disk => GuestIdentity.Write(disk, own)) ? own : null;
    }
}
