using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What somebody must see to ask one question.</summary>
/// <param name="Keys">What the question is about.</param>
/// <param name="Paths">The paths of computers that it is about.</param>
/// <param name="Choose">What of the answer he sees.</param>
internal sealed record QueryRight(
    Func<object, IEnumerable<IKey>> Keys,
    Func<object, IEnumerable<(Key<PhysicalComputer> Computer, string Path)>> Paths,
    Func<object, Sight, object> Choose);
