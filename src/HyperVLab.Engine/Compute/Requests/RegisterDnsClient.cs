using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Lets a computer or guest register its name anew.</summary>
public sealed record RegisterDnsClient : LabRequest
{
    /// <summary>The computer; null for a guest.</summary>
    [Target("ComputerName")]
    public Key<PhysicalComputer>? Computer { get; init; }

    /// <summary>The virtual machine; null for a computer.</summary>
    [Target("VMName")]
    public Key<VirtualMachine>? VM { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (Computer is null == VM is null)
        {
            throw GuestErrors.RegistersOne.For("RegisterDnsClient");
        }

        if (VM is { } vm)
        {
            VirtualMachine machine = VMQueries.Require(lab, vm);
            if (!machine.HasRunningGuest)
            {
                throw GuestErrors.GuestNotRunning.For(machine.Name, machine.Name);
            }
        }
        else
        {
            lab.RequireRunning(Computer!.Value);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        bool isTold = VM is { } vm
            ? GuestNetwork.Register(lab, lab.VirtualMachines[vm])
            : Adapters.Of(lab, Computer!.Value).All(adapter => DnsClients.Register(lab, adapter));
        if (!isTold)
        {
            job.Warn("The name server was not reached: it keeps what it has until the name is registered again.");
        }
    }
}
