using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Changes how a virtual network adapter gets its MAC address, and what its port is set to.</summary>
public sealed record SetVMNetworkAdapter : LabRequest
{
    /// <summary>The virtual machine's adapter; null for the management operating system's.</summary>
    [Target("VMNetworkAdapter")]
    public Key<VMNetworkAdapter>? Adapter { get; init; }

    /// <summary>Whether the management operating system's is meant.</summary>
    public bool ManagementOS { get; init; }

    /// <summary>The management operating system's adapter.</summary>
    [Target("Name")]
    public Key<NetworkAdapter>? ManagementAdapter { get; init; }

    /// <summary>Whether hosts give it its address.</summary>
    public bool DynamicMacAddress { get; init; }

    /// <summary>The address that it keeps: twelve hexadecimal digits, with or without separators.</summary>
    public string? StaticMacAddress { get; init; }

    /// <summary>Whether it may send from other addresses than its own; null to leave it.</summary>
    public OnOffState? MacAddressSpoofing { get; init; }

    /// <summary>Whether answers of a DHCP server are not taken from it; null to leave it.</summary>
    public OnOffState? DhcpGuard { get; init; }

    /// <summary>Whether what only routers send is not taken from it; null to leave it.</summary>
    public OnOffState? RouterGuard { get; init; }

    /// <summary>Whether its frames are copied; null to leave it.</summary>
    [Target("PortMirroring")]
    public PortMirroring? Mirroring { get; init; }

    /// <summary>How much it may send, in bits a second, 0 for no limit; null to leave it.</summary>
    public long? MaximumBandwidth { get; init; }

    /// <summary>How much is kept for it, in bits a second, 0 for nothing; null to leave it.</summary>
    public long? MinimumBandwidthAbsolute { get; init; }

    /// <summary>Its share of what is sent, 0 for none to 100; null to leave it.</summary>
    public int? MinimumBandwidthWeight { get; init; }

    /// <summary>How much it is wanted in a queue of its own, 0 to 100; null to leave it.</summary>
    public int? VmqWeight { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PortTarget target = PortTarget.Demand(lab, caller, Adapter, ManagementAdapter);
        if (target.Adapter is { } own && (DynamicMacAddress || StaticMacAddress is not null || IsBare))
        {
            VirtualMachine vm = lab.VirtualMachines[own.VM];
            AdapterRules.DemandOff(vm);
            AdapterRules.DemandMacAddress(vm.Name, StaticMacAddress, DynamicMacAddress);
        }

        AdapterRules.DemandShares(target.Name, MaximumBandwidth, MinimumBandwidthAbsolute);
        AdapterRules.DemandWeight(target.Name, MinimumBandwidthWeight);
        AdapterRules.DemandWeight(target.Name, VmqWeight);
        PortSettings wanted = Wanted(target.Settings);
        PortRules.DemandKnown(lab, target.Host, target.Settings, wanted);
        PortRules.DemandMode(target.SwitchIn(lab), target.Name, target.Settings, wanted);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PortTarget target = PortTarget.Find(lab, Adapter, ManagementAdapter)!.Value;
        if (target.Adapter is { } own)
        {
            if (StaticMacAddress is { } address)
            {
                VMAdapters.SetStaticMacAddress(lab, own, address);
            }
            else if (DynamicMacAddress)
            {
                own.UseDynamicMacAddress();
            }
        }

        if (Wanted(target.Settings) is var wanted && wanted != target.Settings)
        {
            target.Set(lab, wanted);
        }

        target.Give(job);
    }

    // Nothing said of the port is the old request, which is about the address.
    private bool IsBare => Wanted(PortSettings.Default) == PortSettings.Default
        && (MacAddressSpoofing, DhcpGuard, RouterGuard, Mirroring) == (null, null, null, null)
        && (MaximumBandwidth, MinimumBandwidthAbsolute, MinimumBandwidthWeight, VmqWeight) == (null, null, null, null);

    private PortSettings Wanted(PortSettings now) => now with
    {
        MacAddressSpoofing = IsOn(MacAddressSpoofing, now.MacAddressSpoofing),
        DhcpGuard = IsOn(DhcpGuard, now.DhcpGuard),
        RouterGuard = IsOn(RouterGuard, now.RouterGuard),
        Mirroring = Mirroring ?? now.Mirroring,
        MaximumBandwidth = Given(MaximumBandwidth, now.MaximumBandwidth),
        MinimumBandwidthAbsolute = Given(MinimumBandwidthAbsolute, now.MinimumBandwidthAbsolute),
        MinimumBandwidthWeight = (int?)Given(MinimumBandwidthWeight, now.MinimumBandwidthWeight),
        VmqWeight = VmqWeight ?? now.VmqWeight,
    };

    private static bool IsOn(OnOffState? said, bool now) => said is null ? now : said == OnOffState.On;

    private static long? Given(long? said, long? now) => said switch { null => now, 0 => null, _ => said };
}
