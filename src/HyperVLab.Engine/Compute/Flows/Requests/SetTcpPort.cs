using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Opens or closes a TCP port of a computer or of a virtual machine's guest.</summary>
public sealed record SetTcpPort : LabRequest
{
    /// <summary>The virtual machine; null for a computer.</summary>
    [Target("VMName")]
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>The computer; null for a virtual machine.</summary>
    [Target("ComputerName")]
    public Key<PhysicalComputer>? Computer { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>What becomes of a request to connect.</summary>
    public required TcpPortState State { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        FlowRules.DemandEnd(lab, VM, Computer, "The computer");
        FlowRules.DemandPort(Port);
        if (!Enum.IsDefined(State))
        {
            throw FlowErrors.NotPossible.For(nameof(State));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        TcpPort port = TcpPorts.Find(lab, new LoadEnd(VM, Computer), Port)
            ?? lab.TcpPorts.Add(key => new TcpPort(key, VM, Computer, Port, State));
        port.Set(State);
        lab.Raise(new TrafficDisturbed());
        job.Give(port.Key);
    }
}
