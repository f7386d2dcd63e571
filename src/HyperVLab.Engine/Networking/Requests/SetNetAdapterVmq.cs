using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Sets the virtual machine queues of a card; nothing said leaves it.</summary>
public sealed record SetNetAdapterVmq : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The card's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it sorts received frames into queues; null to leave it.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The first processor that serves its queues; null to leave it.</summary>
    public int? BaseProcessorNumber { get; init; }

    /// <summary>How many processors do; null to leave it.</summary>
    public int? MaxProcessors { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        PhysicalComputer computer = lab.RequireComputer(Computer);
        NetworkAdapter card = Cables.Demand(lab, Computer, Name);
        if (Enabled == true && Vmq.CountOf(card) == 0)
        {
            throw NetworkErrors.NoQueues.For(Name, Name, computer.Name);
        }

        if (BaseProcessorNumber < 0 || BaseProcessorNumber >= computer.LogicalProcessorCount || MaxProcessors < 1)
        {
            throw NetworkErrors.ProcessorNotPossible.For(
                Name, computer.Name, NetworkRules.Text(computer.LogicalProcessorCount));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter card = Adapters.Find(lab, Computer, Name)!;
        AdapterVmq now = Vmq.Of(lab, card);
        card.SetVmq(new AdapterVmq(
            Enabled ?? now.Enabled,
            BaseProcessorNumber ?? now.BaseProcessorNumber,
            MaxProcessors ?? now.MaxProcessors));
        lab.Raise(new TrafficDisturbed());
        job.Give(card.Key);
    }
}
