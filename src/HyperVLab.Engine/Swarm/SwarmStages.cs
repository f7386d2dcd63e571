using System.Collections.Concurrent;

namespace HyperVLab.Engine.Swarm;

/// <summary>The fabrics that were built so far; any thread may ask.</summary>
internal sealed class SwarmStages
{
    private readonly ConcurrentDictionary<SwarmFabric, Lazy<SwarmStage>> _stages = new();

    /// <summary>The fabric, which is built where nobody asked for it before.</summary>
    public SwarmStage Of(SwarmFabric fabric) =>
        _stages.GetOrAdd(fabric, static one => new Lazy<SwarmStage>(() => new SwarmStage(one))).Value;
}
