namespace HyperVLab.Engine;

/// <summary>
/// What keeps a lab's data whole, each with a switch by which a test takes it away and sees that its loss is found. No
/// part of the state, and nothing outside the tests turns one off.
/// </summary>
internal sealed class LabGuards
{
    /// <summary>Whether a live migration sees which pages were written after they were sent.</summary>
    public bool TracksDirtyPages { get; set; } = true;

    /// <summary>Whether I/O to a cluster shared volume waits while it changes coordinators.</summary>
    public bool PausesDuringOwnerChange { get; set; } = true;
}
