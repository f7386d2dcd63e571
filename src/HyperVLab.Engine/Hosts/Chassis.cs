using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A blade chassis with its management module, which switches the blades' power.</summary>
public sealed class Chassis : IEntity<Chassis>, INamed
{
    internal Chassis(Key<Chassis> key, string name, string model, int bayCount)
    {
        Key = key;
        Name = name;
        Model = model;
        BayCount = bayCount;
    }

    /// <inheritdoc/>
    public Key<Chassis> Key { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; }

    /// <summary>Its model, such as <c>BladeCenter S</c>.</summary>
    public string Model { get; private set; }

    /// <summary>How many blades it takes.</summary>
    public int BayCount { get; private set; }
}
