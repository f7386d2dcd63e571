namespace HyperVLab.Engine.Storage;

public sealed partial class Lun
{
    /// <summary>Whether an administrator sends all I/O to the shared volume through its coordinator.</summary>
    public bool IsRedirectedByHand { get; private set; }

    /// <summary>Whether the shared volume is being backed up, which sends all I/O through its coordinator.</summary>
    public bool IsInBackup { get; private set; }

    /// <summary>Whether the shared volume is in maintenance: no node shows it.</summary>
    public bool IsInMaintenance { get; private set; }

    /// <summary>Whether I/O to the shared volume waits while it changes coordinators.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Whether all I/O goes through the coordinator.</summary>
    public bool IsRedirected => IsRedirectedByHand || IsInBackup;

    /// <summary>Sends all I/O through the coordinator, or no more.</summary>
    internal void RedirectByHand(bool isRedirected) => IsRedirectedByHand = isRedirected;

    /// <summary>Is being backed up, or no more.</summary>
    internal void BackUp(bool isInBackup) => IsInBackup = isInBackup;

    /// <summary>Is in maintenance, or no more.</summary>
    internal void Maintain(bool isInMaintenance) => IsInMaintenance = isInMaintenance;

    /// <summary>Lets I/O wait, or go on.</summary>
    internal void Pause(bool isPaused) => IsPaused = isPaused;

    // Nothing of it outlives the sharing.
    private void ForgetSharing() =>
        (IsRedirectedByHand, IsInBackup, IsInMaintenance, IsPaused) = (false, false, false, false);
}
