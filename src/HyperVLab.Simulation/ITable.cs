namespace HyperVLab.Simulation;

/// <summary>A table without its entities' type: what export, import and integrity checks work with.</summary>
public interface ITable
{
    /// <summary>The type of the entities.</summary>
    Type EntityType { get; }

    /// <summary>How many entities stand in it.</summary>
    int Count { get; }

    /// <summary>The number that the next entity gets.</summary>
    int NextNumber { get; }

    /// <summary>The entities by ascending key.</summary>
    IEnumerable<object> Rows { get; }

    /// <summary>The key of one of the entities.</summary>
    IKey KeyOf(object row);

    /// <summary>Whether an entity of that number stands in the table.</summary>
    bool Contains(int number);

    /// <summary>Whether every index of it finds what one finds that is made anew.</summary>
    bool HasRightIndexes { get; }

    /// <summary>The entity of that number, or null.</summary>
    object? FindRow(int number);

    /// <summary>Removes the entity of a number, which is never given again.</summary>
    void RemoveRow(int number);

    /// <summary>Fills an empty table with entities that an import read.</summary>
    /// <param name="nextNumber">The number that the next entity gets.</param>
    /// <param name="rows">Entities by ascending key, each key below <paramref name="nextNumber"/>.</param>
    /// <exception cref="InvalidDataException">
    /// The table is not empty, or the keys do not ascend or reach too far.
    /// </exception>
    void Restore(int nextNumber, IEnumerable<object> rows);

    /// <summary>Fills an empty table with copies of another's entities; the two share nothing that changes.</summary>
    /// <param name="source">A table of entities of the same type.</param>
    void CopyFrom(ITable source);
}
