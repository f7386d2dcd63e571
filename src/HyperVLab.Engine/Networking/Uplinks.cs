using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// The cables from physical switches to those above them, which all share who is on different sides of them. They carry
/// both ways at once.
/// </summary>
internal static class Uplinks
{
    /// <summary>Refuses a speed that no cable has, or that of a switch without such a cable.</summary>
    /// <exception cref="LabException">It cannot be.</exception>
    public static void DemandSpeed(string name, Key<PhysicalSwitch>? uplink, long? bitsPerSecond)
    {
        if (bitsPerSecond is not { } speed)
        {
            return;
        }

        HardwareRules.DemandLinkSpeed(nameof(PhysicalSwitch.UplinkSpeedBitsPerSecond), speed);
        if (uplink is null)
        {
            throw NetworkErrors.NoUplink.For(name, name);
        }
    }

    /// <summary>
    /// The switches whose cables upwards hold something back between two switches, and whether it goes up there; none
    /// where all is one switch.
    /// </summary>
    public static List<(PhysicalSwitch Switch, bool IsUp)> Between(
        LabState lab, Key<PhysicalSwitch>? from, Key<PhysicalSwitch>? to)
    {
        List<(PhysicalSwitch Switch, bool IsUp)> passed = [];
        if (from is not { } near || to is not { } far || near == far)
        {
            return passed;
        }

        List<Key<PhysicalSwitch>> up = Ports.WayUp(lab, near);
        List<Key<PhysicalSwitch>> down = Ports.WayUp(lab, far);
        foreach (Key<PhysicalSwitch> one in up.Except(down))
        {
            Add(lab.PhysicalSwitches[one], isUp: true);
        }

        foreach (Key<PhysicalSwitch> one in down.Except(up).Reverse())
        {
            Add(lab.PhysicalSwitches[one], isUp: false);
        }

        return passed;

        void Add(PhysicalSwitch one, bool isUp)
        {
            if (one.UplinkSpeedBitsPerSecond is not null)
            {
                passed.Add((one, isUp));
            }
        }
    }
}
