using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>What areas demand of a lab that was read.</summary>
internal static class Integrity
{
    /// <summary>Refuses a lab in which something does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="table">The table, by the name under which it is exported.</param>
    /// <param name="key">The entry that does not fit.</param>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public static void Demand(bool holds, string table, IKey key)
    {
        if (!holds)
        {
            throw new InvalidDataException($"{table}: {key} does not fit what it refers to.");
        }
    }
}
