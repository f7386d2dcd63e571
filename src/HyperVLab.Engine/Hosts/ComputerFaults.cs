using HyperVLab.Engine.Hosts.Notices;

namespace HyperVLab.Engine.Hosts;

/// <summary>What can befall a computer as a whole, and its repair.</summary>
internal static class ComputerFaults
{
    /// <summary>Its power goes, and stays away until <see cref="ReturnPower"/> was called as often.</summary>
    public static void CutPower(LabState lab, PhysicalComputer computer)
    {
        computer.LosePower(wasOn: computer.State != ComputerState.Off && computer.EditionId is not null);
        if (computer.State != ComputerState.Off)
        {
            ComputerPower.Begin(lab, computer, ComputerAction.CutPower, job: null);
        }
    }

    /// <summary>Its power returns: what was on boots, as firmware set to the last state does (ours).</summary>
    public static void ReturnPower(LabState lab, PhysicalComputer computer)
    {
        if (computer.RegainPower() && computer.State == ComputerState.Off)
        {
            lab.Write(LogLevel.Information, "Management module", computer.Name, "The power returned.");
            ComputerPower.Begin(lab, computer, ComputerAction.Start, job: null);
        }
    }

    /// <summary>
    /// Its parent partition crashes, where it runs: nothing is saved, a dump is written, and it boots again.
    /// </summary>
    public static void CrashParent(LabState lab, PhysicalComputer computer) =>
        Take(lab, computer, ComputerAction.Crash);

    /// <summary>It is shut down cleanly and boots again, where it runs.</summary>
    public static void Restart(LabState lab, PhysicalComputer computer) => Take(lab, computer, ComputerAction.Restart);

    /// <summary>
    /// Its management agent (WMI, WinRM, RPC) answers nobody else any more; what it hosts goes on.
    /// </summary>
    public static void SilenceAgent(LabState lab, PhysicalComputer computer)
    {
        computer.LoseAgent(true);
        lab.Raise(new AgentChanged(computer.Key));
    }

    /// <summary>Its management agent answers again.</summary>
    public static void RestoreAgent(LabState lab, PhysicalComputer computer)
    {
        computer.LoseAgent(false);
        lab.Raise(new AgentChanged(computer.Key));
    }

    /// <summary>
    /// The parent partition of a computer that runs hangs: links stay up, but it does nothing and answers nobody, and
    /// what it hosts stands still with it. It goes on when <see cref="Wake"/> was called as often.
    /// </summary>
    public static void Hang(LabState lab, PhysicalComputer computer)
    {
        bool hung = computer.IsHung;
        computer.Hang(true);
        if (computer.IsHung && !hung)
        {
            ComputerServicing.Abort(lab, computer, HostErrors.Hung);
            lab.Raise(new ComputerHung(computer.Key));
        }
    }

    /// <summary>The parent partition goes on where it stood, where it stands still.</summary>
    public static void Wake(LabState lab, PhysicalComputer computer)
    {
        bool hung = computer.IsHung;
        computer.Hang(false);
        if (hung && !computer.IsHung)
        {
            lab.Raise(new ComputerWoke(computer.Key));
        }
    }

    private static void Take(LabState lab, PhysicalComputer computer, ComputerAction action)
    {
        bool isPossible = action == ComputerAction.Crash || !computer.IsHung;
        if (isPossible && ComputerLifecycle.Find(computer.State, action) is not null)
        {
            ComputerPower.Begin(lab, computer, action, job: null);
        }
    }
}
