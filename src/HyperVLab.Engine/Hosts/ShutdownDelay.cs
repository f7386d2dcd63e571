using HyperVLab.Engine.Hosts.Events;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>How a clean shutdown waits for what has to end before it.</summary>
internal static class ShutdownDelay
{
    /// <summary>
    /// Keeps a computer that is shutting down up for some time from now; of several delays the longest counts. Does
    /// nothing unless it is shutting down.
    /// </summary>
    public static void DelayShutdown(this LabState lab, Key<PhysicalComputer> computer, TimeSpan delay)
    {
        if (lab.Computers.Find(computer) is not { State: ComputerState.Stopping, Operation: { } operation } stopping
            || stopping.ShutdownNotBefore is { } already && already >= lab.Now + delay)
        {
            return;
        }

        lab.Cancel(operation.Sequence);
        long sequence = lab.Schedule(
            delay + HostSettings.ShutdownDuration, new ComputerPhaseEnded(computer, ComputerState.Stopping));
        stopping.Await(sequence, lab.Now + delay);
    }
}
