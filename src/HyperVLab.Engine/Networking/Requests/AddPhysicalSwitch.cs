using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Puts a physical switch into the lab, on its own or plugged into another one.</summary>
public sealed record AddPhysicalSwitch : LabRequest
{
    /// <summary>Its name, unique in the lab.</summary>
    public required string Name { get; init; }

    /// <summary>How many ports it has.</summary>
    public int PortCount { get; init; } = NetworkSettings.SwitchPortCount;

    /// <summary>The switch that it is plugged into; null for a network of its own.</summary>
    [Target("UplinkSwitchName")]
    public Key<PhysicalSwitch>? Uplink { get; init; }

    /// <summary>How fast the cable to that switch is, in bits a second; null where it holds nothing back.</summary>
    public long? UplinkSpeedBitsPerSecond { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        NetworkRules.DemandName(Name);
        if (lab.PhysicalSwitches.Any(one => string.Equals(one.Name, Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw NetworkErrors.SwitchNameTaken.For(Name, Name);
        }

        if (PortCount is < 2 or > NetworkSettings.MaxSwitchPortCount)
        {
            throw NetworkErrors.PortCountNotPossible.For(
                Name, NetworkRules.Text(NetworkSettings.MaxSwitchPortCount), NetworkRules.Text(PortCount));
        }

        if (Uplink is { } uplink)
        {
            NetworkRules.DemandFreePort(lab, uplink);
        }

        Uplinks.DemandSpeed(Name, Uplink, UplinkSpeedBitsPerSecond);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalSwitch made = lab.PhysicalSwitches.Add(
            key => new PhysicalSwitch(key, Name, PortCount, NetworkSettings.SwitchAgeingTime, Uplink));
        made.SetUplinkSpeed(UplinkSpeedBitsPerSecond);
        job.Give(made.Key);
    }
}
