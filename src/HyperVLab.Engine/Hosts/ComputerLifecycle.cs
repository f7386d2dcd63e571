using static HyperVLab.Engine.Hosts.ComputerAction;
using static HyperVLab.Engine.Hosts.ComputerState;

namespace HyperVLab.Engine.Hosts;

/// <summary>The lifecycle of a physical computer: what can be done in which state, and what comes of it.</summary>
internal static class ComputerLifecycle
{
    /// <summary>The row for a state and an action; null where the state does not allow it.</summary>
    public static ComputerTransition? Find(ComputerState state, ComputerAction action) => (state, action) switch
    {
        (Off, Install) => new(Installing, HostSettings.InstallDuration, Running),
        (Off, Start) => new(Starting, HostSettings.BootDuration, Running),
        (Running, ShutDown) => new(Stopping, HostSettings.ShutdownDuration, Off),

        // A restart that has shut down goes on as a start.
        (Running, Restart) => new(Stopping, HostSettings.ShutdownDuration, Starting),

        // A bugcheck writes its dump before the firmware runs again.
        (Running or Stopping, Crash) =>
            new(Starting, HostSettings.BugcheckDuration + HostSettings.BootDuration, Running),
        (not Off, CutPower) => new(Off, TimeSpan.Zero, Off),
        _ => null,
    };
}
