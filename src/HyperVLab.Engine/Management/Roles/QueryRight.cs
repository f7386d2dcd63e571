using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What somebody must see to ask one question.</summary>
/// <param name="Keys">What the question is about, as far as it has to be seen.</param>
/// <param name="Paths">The paths of computers that it is about.</param>
/// <param name="Choose">What of the answer he sees.</param>
internal sealed record QueryRight(
    Func<LabState, object, IEnumerable<IKey>> Keys,
    Func<object, IEnumerable<(Key<PhysicalComputer> Computer, string Path)>> Paths,
    Func<object, Sight, object> Choose)
{
    /// <summary>Whether it is for administrators only, those of a scope and those who only read included.</summary>
    public bool IsOfFabric { get; init; }

    /// <summary>What the question opens by what it says itself: names that whoever asks knows.</summary>
    public Func<LabState, object, IEnumerable<string>> Knows { get; init; } = static (_, _) => [];
}
