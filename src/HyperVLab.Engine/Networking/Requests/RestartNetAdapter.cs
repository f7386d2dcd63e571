using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>
/// Disables an adapter and enables it again: its link goes down and comes up, and it announces and registers itself. A
/// team takes the MAC address of one of its members where that of its own has left it.
/// </summary>
public sealed record RestartNetAdapter : LabRequest
{
    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        NetworkRules.DemandAdapter(lab, lab.RequireRunning(Computer), Name);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, Name)!;
        NetworkAdapter carrier = TeamNics.TeamOf(lab, adapter);
        foreach (NetworkAdapter card in Adapters.MembersOf(lab, carrier))
        {
            Cables.GoDown(lab, card);
        }

        Bonds.ChooseMac(lab, carrier);
        ArpCache.Forget(lab, adapter.Key);
        if (Carriers.FirstOf(lab, carrier) is { } first)
        {
            Cables.ComeUp(lab, first);
        }
        else
        {
            Addresses.ComeUp(lab, adapter);
        }

        job.Give(adapter.Key);
    }
}
