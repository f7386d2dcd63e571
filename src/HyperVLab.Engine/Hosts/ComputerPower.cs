using HyperVLab.Engine.Hosts.Events;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>Takes physical computers through their lifecycle.</summary>
internal static class ComputerPower
{
    /// <summary>Refuses an action that the computer's state does not allow.</summary>
    /// <exception cref="LabException">The state does not allow it.</exception>
    public static void Demand(PhysicalComputer computer, ComputerAction action)
    {
        if (ComputerLifecycle.Find(computer.State, action) is null)
        {
            throw HostErrors.WrongPowerState.For(
                computer.Name, computer.Name, computer.State.ToString(), action.ToString());
        }

        if (computer.IsHung && action != ComputerAction.CutPower)
        {
            throw ComputerQueries.Unavailable(computer);
        }

        if (!computer.HasPower)
        {
            throw HostErrors.NoPower.For(computer.Name, computer.Name);
        }
    }

    /// <summary>Begins an action that <see cref="Demand"/> allowed; a job given ends with it.</summary>
    public static void Begin(LabState lab, PhysicalComputer computer, ComputerAction action, LabJob? job)
    {
        ComputerTransition transition = ComputerLifecycle.Find(computer.State, action)!;
        if (action == ComputerAction.CutPower)
        {
            CutPower(lab, computer);
            return;
        }

        if (action == ComputerAction.Crash)
        {
            Crash(lab, computer, transition, bugCheck: null);
            return;
        }

        job?.GoOn();
        if (transition.Through == ComputerState.Stopping)
        {
            ComputerServicing.Abort(lab, computer, HostErrors.ShutDownMeanwhile);
        }

        EnterPhase(lab, computer, transition, new ComputerOperation(action, job?.Key, null));
        if (transition.Through == ComputerState.Stopping)
        {
            lab.Raise(new ComputerStopping(computer.Key));
        }
    }

    /// <summary>Lets a computer that runs stop with a bugcheck of a code.</summary>
    public static void Crash(LabState lab, PhysicalComputer computer, string bugCheck) => Crash(
        lab, computer, ComputerLifecycle.Find(computer.State, ComputerAction.Crash)!, bugCheck);

    /// <summary>Ends the phase that a computer is in: its installation, boot or shutdown is through.</summary>
    public static void EndPhase(LabState lab, PhysicalComputer computer)
    {
        ComputerOperation operation = computer.Operation!;
        switch (computer.State)
        {
            case ComputerState.Stopping:
                EndShutdown(lab, computer, operation);
                break;
            case ComputerState.Installing:
                ComputerSetup.Finish(lab, computer);
                ComeUp(lab, computer);
                lab.Complete(operation.Job);
                break;
            default:
                ComeUp(lab, computer);
                TellOfCrash(lab, computer, operation);
                lab.Complete(operation.Job);
                break;
        }
    }

    /// <summary>Lets a computer run: what waited for a boot takes effect, then all areas hear of it.</summary>
    public static void ComeUp(LabState lab, PhysicalComputer computer)
    {
        computer.Enter(ComputerState.Running, null);
        computer.ComeUp(lab.Now);
        ComputerServicing.TakeEffect(lab, computer);
        lab.Write(LogLevel.Information, "EventLog", computer.Name, "The Event log service was started.");
        lab.Raise(new ComputerStarted(computer.Key));
    }

    private static void EndShutdown(LabState lab, PhysicalComputer computer, ComputerOperation operation)
    {
        lab.Write(LogLevel.Information, "EventLog", computer.Name, "The Event log service was stopped.");
        bool restarts = operation.Action == ComputerAction.Restart;
        if (restarts)
        {
            ComputerTransition boot = ComputerLifecycle.Find(ComputerState.Off, ComputerAction.Start)!;
            EnterPhase(lab, computer, boot, operation);
        }
        else
        {
            computer.Enter(ComputerState.Off, null);
        }

        lab.Raise(new ComputerStopped(computer.Key, Clean: true));
        if (!restarts)
        {
            lab.Complete(operation.Job);
        }
    }

    private static void CutPower(LabState lab, PhysicalComputer computer)
    {
        bool hadSystem = computer.State is ComputerState.Running or ComputerState.Stopping;
        Interrupt(lab, computer, HostErrors.PowerCut);
        computer.Enter(ComputerState.Off, null);
        lab.Write(LogLevel.Critical, "Management module", computer.Name, "The power was cut.");
        if (hadSystem)
        {
            lab.Raise(new ComputerStopped(computer.Key, Clean: false));
        }
    }

    // Whoever ran on it sees what a power cut shows: nothing was shut down.
    private static void Crash(
        LabState lab, PhysicalComputer computer, ComputerTransition transition, string? bugCheck)
    {
        Interrupt(lab, computer, HostErrors.Crashed);
        EnterPhase(
            lab,
            computer,
            transition,
            new ComputerOperation(ComputerAction.Crash, null, null) { BugCheck = bugCheck });
        lab.Raise(new ComputerStopped(computer.Key, Clean: false));
    }

    private static void Interrupt(LabState lab, PhysicalComputer computer, LabError reason)
    {
        lab.Cancel(computer.Operation?.Sequence);
        lab.Fail(computer.Operation?.Job, reason, computer.Name, computer.Name);
        ComputerServicing.Abort(lab, computer, reason);
    }

    // Windows knows of its bugcheck only when it runs again.
    private static void TellOfCrash(LabState lab, PhysicalComputer computer, ComputerOperation operation)
    {
        if (operation.Action == ComputerAction.Crash)
        {
            string code = operation.BugCheck is { } bugCheck ? $" The bugcheck was: {bugCheck}." : string.Empty;
            lab.Write(
                LogLevel.Error, "BugCheck", computer.Name,
                $@"The computer has rebooted from a bugcheck.{code} A dump was saved in: C:\Windows\MEMORY.DMP.");
        }
    }

    private static void EnterPhase(
        LabState lab, PhysicalComputer computer, ComputerTransition transition, ComputerOperation operation)
    {
        long sequence = lab.Schedule(
            transition.Duration, new ComputerPhaseEnded(computer.Key, transition.Through));
        computer.Enter(transition.Through, operation with { Sequence = sequence });
        int percent = StepPercent(operation.Action, transition.Through);
        lab.Step(operation.Job, StepName(transition.Through, computer.Name), percent);
    }

    private static string StepName(ComputerState phase, string name) => phase switch
    {
        ComputerState.Installing => $"Installing the operating system on {name}",
        ComputerState.Stopping => $"Shutting down {name}",
        _ => $"Booting {name}",
    };

    private static int StepPercent(ComputerAction action, ComputerState phase) =>
        action == ComputerAction.Restart && phase == ComputerState.Starting ? 20 : 0;
}
