using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Swarm;

/// <summary>A fabric that was built once and is copied for every schedule that is played on it.</summary>
internal sealed class SwarmStage : IDisposable
{
    private readonly MemoryDiskStore _disks = new();
    private readonly Lab _lab;

    /// <summary>Builds a fabric.</summary>
    public SwarmStage(SwarmFabric fabric)
    {
        _lab = new Lab("swarm", fabric.Seed, _disks);
        SwarmBuilder.Build(_lab, fabric);
        Targets = _lab.Ask(new SwarmTargetsQuery());
    }

    /// <summary>What there is in it.</summary>
    public SwarmTargets Targets { get; }

    /// <summary>A lab of the fabric, as if it had just been built.</summary>
    public Lab NewLab() => _lab.CopyTo(_lab.Name, _disks.Copy());

    /// <inheritdoc/>
    public void Dispose()
    {
        _lab.Dispose();
        _disks.Dispose();
    }
}
