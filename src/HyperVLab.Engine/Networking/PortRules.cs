using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>What a host's release lets the ports of its virtual switches do.</summary>
internal static class PortRules
{
    /// <summary>Refuses what came with Windows Server 2012 on a host that runs an earlier release.</summary>
    /// <exception cref="LabException">It runs an earlier one.</exception>
    public static void Demand2012(LabState lab, Key<PhysicalComputer> host, string feature)
    {
        PhysicalComputer computer = lab.Computers[host];
        if (computer.Edition is not { Version: >= WindowsVersion.W2012 })
        {
            throw VlanErrors.TooEarly.For(
                computer.Name, feature, "Windows Server 2012", computer.Name, computer.Edition?.Name ?? "nothing");
        }
    }

    /// <summary>Refuses settings that the host's release does not know.</summary>
    /// <exception cref="LabException">They are such.</exception>
    public static void DemandKnown(LabState lab, Key<PhysicalComputer> host, PortSettings now, PortSettings wanted)
    {
        if (wanted.Vlan != now.Vlan
            && wanted.Vlan.Mode is PortVlanMode.Isolated or PortVlanMode.Community or PortVlanMode.Promiscuous)
        {
            Demand2012(lab, host, "A private VLAN");
        }

        if (wanted.DhcpGuard && !now.DhcpGuard)
        {
            Demand2012(lab, host, "DHCP guard");
        }

        if (wanted.RouterGuard && !now.RouterGuard)
        {
            Demand2012(lab, host, "Router guard");
        }

        if (wanted.Mirroring != now.Mirroring)
        {
            Demand2012(lab, host, "Port mirroring");
        }

        bool isLimited = wanted.MaximumBandwidth != now.MaximumBandwidth
            || wanted.MinimumBandwidthAbsolute != now.MinimumBandwidthAbsolute
            || wanted.MinimumBandwidthWeight != now.MinimumBandwidthWeight;
        if (isLimited)
        {
            Demand2012(lab, host, "Bandwidth management");
        }
    }

    /// <summary>Refuses to keep bandwidth in other units than those of the port's switch.</summary>
    /// <exception cref="LabException">The units are others.</exception>
    public static void DemandMode(VirtualSwitch? virtualSwitch, string adapter, PortSettings now, PortSettings wanted)
    {
        if (virtualSwitch is null)
        {
            return;
        }

        bool isWeightWrong = wanted.MinimumBandwidthWeight is not null
            && wanted.MinimumBandwidthWeight != now.MinimumBandwidthWeight
            && virtualSwitch.BandwidthMode != VMSwitchBandwidthMode.Weight;
        bool isAbsoluteWrong = wanted.MinimumBandwidthAbsolute is not null
            && wanted.MinimumBandwidthAbsolute != now.MinimumBandwidthAbsolute
            && virtualSwitch.BandwidthMode != VMSwitchBandwidthMode.Absolute;
        if (isWeightWrong || isAbsoluteWrong)
        {
            throw VlanErrors.BandwidthModeOther.For(
                adapter,
                isWeightWrong ? "MinimumBandwidthWeight" : "MinimumBandwidthAbsolute",
                virtualSwitch.Name,
                virtualSwitch.BandwidthMode.ToString());
        }
    }
}
