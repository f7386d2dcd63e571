namespace HyperVLab.Simulation;

/// <summary>
/// A key of some table, without saying of which at compile time: what contracts and checks work with.
/// </summary>
public interface IKey
{
    /// <summary>The number in its table, from 1; 0 is no entity's.</summary>
    int Number { get; }

    /// <summary>The type of the entities that the key's table holds.</summary>
    Type EntityType { get; }
}
