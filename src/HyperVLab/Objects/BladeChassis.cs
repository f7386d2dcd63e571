using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A blade chassis, as Get-LabChassis writes it.</summary>
public sealed class BladeChassis : LabObject<ChassisView, Engine.Hosts.Chassis>
{
    internal BladeChassis(LabHandle handle, ChassisView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its model.</summary>
    public string Model => View.Model;

    /// <summary>How many blades it takes.</summary>
    public int BayCount => View.BayCount;

    /// <summary>The names of the blades in it, by bay.</summary>
    public string[] Blades => [.. View.Blades];

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
