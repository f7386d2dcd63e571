using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Gives the cable from a physical switch to the one above it another speed.</summary>
public sealed record SetPhysicalSwitch : LabRequest
{
    /// <summary>The switch.</summary>
    [Target("Name")]
    public required Key<PhysicalSwitch> PhysicalSwitch { get; init; }

    /// <summary>How fast the cable is, in bits a second; 0 where it is to hold nothing back.</summary>
    public required long UplinkSpeedBitsPerSecond { get; init; }

    private long? Speed => UplinkSpeedBitsPerSecond == 0 ? null : UplinkSpeedBitsPerSecond;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalSwitch known = lab.PhysicalSwitches.Find(PhysicalSwitch)
            ?? throw NetworkErrors.NoSuchSwitch.For(PhysicalSwitch.ToString());
        Uplinks.DemandSpeed(known.Name, known.Uplink, UplinkSpeedBitsPerSecond == 0 && known.Uplink is not null
            ? null
            : UplinkSpeedBitsPerSecond);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.PhysicalSwitches[PhysicalSwitch].SetUplinkSpeed(Speed);
        lab.Raise(new TrafficDisturbed());
        job.Give(PhysicalSwitch);
    }
}
