using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// That frames between two sets of computers are lost or late. It ticks nowhere: it is looked at when somebody sends.
/// </summary>
public sealed class NetworkImpairment : IEntity<NetworkImpairment>
{
    internal NetworkImpairment(
        Key<NetworkImpairment> key,
        IReadOnlyList<Key<PhysicalComputer>> near,
        IReadOnlyList<Key<PhysicalComputer>> far,
        bool oneWay,
        int lossPercent,
        TimeSpan delay)
    {
        Key = key;
        Near = near;
        Far = far;
        OneWay = oneWay;
        LossPercent = lossPercent;
        Delay = delay;
    }

    /// <inheritdoc/>
    public Key<NetworkImpairment> Key { get; private set; }

    /// <summary>The computers on its one side.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> Near { get; private set; }

    /// <summary>The computers on its other side; none for every other one.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> Far { get; private set; }

    /// <summary>Whether only what the near side sends is lost or late.</summary>
    public bool OneWay { get; private set; }

    /// <summary>How many of a hundred frames are lost.</summary>
    public int LossPercent { get; private set; }

    /// <summary>By how much the others are late.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Whether it concerns what one computer sends to another.</summary>
    internal bool Concerns(Key<PhysicalComputer> from, Key<PhysicalComputer> to) =>
        (Near.Contains(from) && IsFar(to)) || (!OneWay && IsFar(from) && Near.Contains(to));

    private bool IsFar(Key<PhysicalComputer> computer) =>
        Far.Count == 0 ? !Near.Contains(computer) : Far.Contains(computer);
}
