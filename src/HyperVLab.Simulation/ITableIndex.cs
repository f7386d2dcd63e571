namespace HyperVLab.Simulation;

/// <summary>
/// What finds entities of a table faster than the table does. It is made of the table alone, hears of every entity that
/// comes or goes, and is no part of the state.
/// </summary>
/// <typeparam name="T">The entities' type.</typeparam>
public interface ITableIndex<T>
    where T : class, IEntity<T>
{
    /// <summary>An entity came; its key is above all others.</summary>
    void Add(T row);

    /// <summary>An entity goes; what it was found by may have changed since it came only where this was told.</summary>
    void Remove(T row);

    /// <summary>Whether it finds what one finds that is made anew.</summary>
    /// <param name="rows">The table's entities by ascending key.</param>
    bool IsRight(IReadOnlyCollection<T> rows);
}
