namespace HyperVLab.Simulation;

/// <summary>
/// Something that stands in a table under a key: scalars and keys only, no reference to another entity.
/// </summary>
/// <typeparam name="T">The entity's own type.</typeparam>
public interface IEntity<T>
    where T : class
{
    /// <summary>The key that the table gave it.</summary>
    Key<T> Key { get; }
}
