using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Plugs the cable of a physical adapter into a physical switch.</summary>
public sealed record ConnectNetAdapter : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The switch; null for the one that it led to.</summary>
    [Target("PhysicalSwitchName")]
    public Key<PhysicalSwitch>? PhysicalSwitch { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        NetworkAdapter adapter = Cables.Demand(lab, Computer, Name);
        if ((PhysicalSwitch ?? adapter.PhysicalSwitch) is not { } wanted)
        {
            throw NetworkErrors.NoSuchSwitch.For(Name);
        }

        if (wanted != adapter.PhysicalSwitch)
        {
            NetworkRules.DemandFreePort(lab, wanted);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, Name)!;
        Cables.Plug(lab, adapter, PhysicalSwitch ?? adapter.PhysicalSwitch!.Value);
        job.Give(adapter.Key);
    }
}
