using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Management;

/// <summary>What conversions do with the servers that they copy.</summary>
internal static class ConversionSource
{
    /// <summary>Lets a server boot Windows PE, which a step waits for.</summary>
    public static StepFailure? BootPreinstallation(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        PhysicalServer server = Servers.Of(lab, conversion.Source)!;
        PhysicalComputer computer = lab.Computers[conversion.Source];
        if (server.IsInPreinstallation && computer.IsRunning)
        {
            conversion.WaitFor(ConversionWait.None);
            return null;
        }

        server.BootPreinstallation(boots: true);
        conversion.WaitFor(ConversionWait.Preinstallation);
        return Power(lab, conversion, ComputerAction.Restart, ComputerAction.Start);
    }

    /// <summary>A server is given back: it is shut down where that was asked for, else left as it was.</summary>
    public static StepFailure? Release(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        PhysicalServer server = Servers.Of(lab, conversion.Source)!;
        bool wasInPreinstallation = server.IsInPreinstallation;
        server.BootPreinstallation(boots: false);
        if (!conversion.ShutsDownSource && !wasInPreinstallation)
        {
            return null;
        }

        conversion.WaitFor(ConversionWait.Release);
        return conversion.ShutsDownSource
            ? Power(lab, conversion, ComputerAction.ShutDown, null)
            : Power(lab, conversion, ComputerAction.Restart, ComputerAction.Start);
    }

    /// <summary>A conversion that is halted gives its server back, which boots its own operating system.</summary>
    public static void GiveBack(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        PhysicalServer server = Servers.Of(lab, conversion.Source)!;
        conversion.WaitFor(ConversionWait.None);
        if (server.IsInPreinstallation)
        {
            server.BootPreinstallation(boots: false);
            Power(lab, conversion, ComputerAction.Restart, ComputerAction.Start);
        }
    }

    /// <summary>The server came up, or went down.</summary>
    public static void Follow(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        PhysicalComputer computer = lab.Computers[conversion.Source];
        switch (conversion.Wait)
        {
            case ConversionWait.Preinstallation when computer.IsRunning:
                conversion.WaitFor(ConversionWait.None);
                ConversionCopy.GoOn(lab, operation);
                break;
            case ConversionWait.Preinstallation when computer.State == ComputerState.Off:
                Continue(lab, operation, Power(lab, conversion, null, ComputerAction.Start));
                break;
            case ConversionWait.Release when computer.State
                == (conversion.ShutsDownSource ? ComputerState.Off : ComputerState.Running):
                conversion.WaitFor(ConversionWait.None);
                VmmOperations.EndStep(lab, operation);
                break;
            case ConversionWait.None when !conversion.IsOffline && !computer.IsRunning:
                ConversionCopy.LoseSnapshot(lab, operation);
                break;
            default:
                break;
        }
    }

    private static void Continue(LabState lab, VmmOperation operation, StepFailure? failure)
    {
        if (failure is not null)
        {
            VmmOperations.Fail(lab, operation, failure);
        }
    }

    // What is between on and off comes to one of them, and is looked at again then.
    private static StepFailure? Power(
        LabState lab, Conversion conversion, ComputerAction? whileRunning, ComputerAction? whileOff)
    {
        PhysicalComputer computer = lab.Computers[conversion.Source];
        if (!computer.HasPower || computer.IsHung)
        {
            conversion.WaitFor(ConversionWait.None);
            return new StepFailure(ConversionErrors.SourceDead, computer.Name, computer.Name);
        }

        if (computer.State == ComputerState.Running && whileRunning is { } stop)
        {
            ComputerPower.Begin(lab, computer, stop, null);
        }
        else if (computer.State == ComputerState.Off && whileOff is { } start)
        {
            ComputerPower.Begin(lab, computer, start, null);
        }
        else if (computer.State == ComputerState.Off && whileOff is null)
        {
            conversion.WaitFor(ConversionWait.None);
        }

        return null;
    }
}
