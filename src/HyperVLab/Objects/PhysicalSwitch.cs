using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A physical switch, as Get-LabPhysicalSwitch writes it.</summary>
public sealed class PhysicalSwitch : LabObject<PhysicalSwitchView, Engine.Networking.PhysicalSwitch>
{
    internal PhysicalSwitch(LabHandle handle, PhysicalSwitchView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>How many ports it has.</summary>
    public int PortCount => View.PortCount;

    /// <summary>How many of them are free.</summary>
    public int FreePortCount => View.FreePortCount;

    /// <summary>The name of the switch that it is plugged into; empty for a network of its own.</summary>
    public string? UplinkSwitchName => View.UplinkSwitchName;

    /// <summary>How fast the cable to that switch is, as people write it; empty where it holds nothing back.</summary>
    public string? UplinkSpeed =>
        View.UplinkSpeedBitsPerSecond is { } speed ? LinkSpeedText.Of(speed) : null;

    /// <summary>How fast the cable to that switch is, in bits a second; empty where it holds nothing back.</summary>
    public long? UplinkSpeedBitsPerSecond => View.UplinkSpeedBitsPerSecond;

    /// <summary>How long it remembers a MAC address that sends nothing.</summary>
    public TimeSpan AgeingTime => View.AgeingTime;

    /// <summary>How many MAC addresses it knows now.</summary>
    public int MacAddressCount => View.MacAddressCount;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
