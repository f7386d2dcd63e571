using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Asks for the address of a name, as a computer of the lab finds it; null where it has none.</summary>
/// <param name="Source">The computer.</param>
/// <param name="Name">The name, or an address.</param>
public sealed record NameQuery(Key<PhysicalComputer> Source, string Name) : LabQuery<string?>
{
    /// <inheritdoc/>
    internal override string? Answer(LabState lab) => NameResolution.Resolve(lab, Source, Name);
}
