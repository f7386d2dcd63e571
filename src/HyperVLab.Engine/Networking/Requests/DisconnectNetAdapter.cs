using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Pulls the cable of a physical adapter.</summary>
public sealed record DisconnectNetAdapter : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => Cables.Demand(lab, Computer, Name);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, Name)!;
        Cables.Pull(lab, adapter);
        job.Give(adapter.Key);
    }
}
