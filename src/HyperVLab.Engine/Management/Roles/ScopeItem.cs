using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// One thing in a role's scope. A thing that is gone keeps its number for good, so what is left of it in a scope opens
/// nothing.
/// </summary>
/// <param name="Kind">The type of the thing, one of <see cref="ScopeKinds"/>.</param>
/// <param name="Number">Its number in its table.</param>
public sealed record ScopeItem(string Kind, int Number)
{
    /// <summary>The item of a thing.</summary>
    public static ScopeItem Of(IKey thing) => new(thing.EntityType.Name, thing.Number);
}
