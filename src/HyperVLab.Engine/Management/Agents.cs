using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The agents through which a server reaches what it manages.</summary>
internal static class Agents
{
    /// <summary>The management of a computer; null where no server manages it.</summary>
    public static ManagedComputer? Of(LabState lab, Key<PhysicalComputer> computer) =>
        lab.ManagementByComputer.Of(computer) is [var managed, ..] ? managed : null;

    /// <summary>Whether a server's service runs.</summary>
    public static bool IsServing(LabState lab, VmmServer server) =>
        server.IsInstalled && lab.Computers[server.Computer].IsRunning;

    /// <summary>How a server finds a computer that it manages, now.</summary>
    public static AgentState StateOf(LabState lab, ManagedComputer managed)
    {
        VmmServer server = lab.VmmServers[managed.Server];
        return managed.HasAgent && Answers(lab, server, managed.Computer)
            ? AgentState.Responding
            : AgentState.NotResponding;
    }

    /// <summary>Whether a managed host lets the server do all but send files, for want of its credentials.</summary>
    public static bool IsLimited(LabState lab, ManagedComputer managed) =>
        IsBehindCenter(lab, managed.Computer) && !managed.HasCredentials;

    /// <summary>Why a step cannot go on for want of an agent; null where all answer.</summary>
    public static StepFailure? Lost(LabState lab, VmmOperation operation)
    {
        foreach (Key<PhysicalComputer> computer in operation.Computers)
        {
            if (Of(lab, computer) is not { } managed || StateOf(lab, managed) != AgentState.Responding)
            {
                string name = lab.NameOf(computer);
                return new StepFailure(ManagementErrors.AgentLost, name, name);
            }
        }

        return null;
    }

    /// <summary>Why an agent cannot be put on computers; null where all can be reached.</summary>
    public static StepFailure? Unreachable(LabState lab, VmmOperation operation)
    {
        VmmServer server = lab.VmmServers[operation.Server];
        foreach (Key<PhysicalComputer> computer in operation.Computers)
        {
            if (!Answers(lab, server, computer))
            {
                string name = lab.NameOf(computer);
                return new StepFailure(ManagementErrors.HostNotContacted, name, name);
            }
        }

        return null;
    }

    /// <summary>Why the setup of a server cannot go on: its computer does not run.</summary>
    public static StepFailure? Down(LabState lab, VmmOperation operation)
    {
        PhysicalComputer computer = lab.Computers[lab.VmmServers[operation.Server].Computer];
        return computer.IsRunning
            ? null
            : new StepFailure(ManagementErrors.ServiceStopped, computer.Name, computer.Name);
    }

    /// <summary>Whether a server's service reaches a computer, by which it puts agents there and asks them.</summary>
    // The service reaches agents by WinRM: the fault "agent unreachable" takes both away. ESX hosts have none.
    public static bool Answers(LabState lab, VmmServer server, Key<PhysicalComputer> computer) =>
        IsBehindCenter(lab, computer) ? VirtualizationManagers.Answers(lab, server, computer)
        : lab.Computers[computer] is { IsRunning: true, AgentFaults: 0 } && lab.CanReach(server.Computer, computer);

    private static bool IsBehindCenter(LabState lab, Key<PhysicalComputer> computer) =>
        Platforms.Find(lab.Computers[computer]) is { IsManagedByCenter: true };
}
