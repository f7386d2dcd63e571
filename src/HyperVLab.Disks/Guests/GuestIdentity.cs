using HyperVLab.Disks.Windows;

namespace HyperVLab.Disks.Guests;

/// <summary>Who the system on a disk is: one that a lab installed, or a real Windows.</summary>
public static class GuestIdentity
{
    /// <summary>Whether it is a real Windows, which knows of no more than its hives say.</summary>
    /// <param name="disk">The disk.</param>
    /// <exception cref="DiskFormatException">The system is damaged.</exception>
    public static bool IsReal(VirtualDisk disk) =>
        GuestSystem.Read(disk) is null && WindowsIdentity.Read(disk) is not null;

    /// <summary>Gives it another one.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="record">The identity. A real Windows takes the name, the identifier and the state of its setup.
    /// </param>
    /// <exception cref="DiskFormatException">No system is on the disk, it is damaged, or has no room for that.
    /// </exception>
    public static void Write(VirtualDisk disk, GuestSystemRecord record)
    {
        if (GuestSystem.Read(disk) is null)
        {
            WindowsIdentity.Write(disk, record);
        }
        else
        {
            GuestSystem.Update(disk, record);
        }
    }
}
