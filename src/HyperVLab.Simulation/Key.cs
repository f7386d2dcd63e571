using System.Globalization;

namespace HyperVLab.Simulation;

/// <summary>
/// The key of one entity in its table: a counter from 1 that is never used again. It is typed, so that a host's key
/// cannot stand where a virtual machine's is meant.
/// </summary>
/// <typeparam name="T">The entity's type.</typeparam>
/// <param name="Number">The number in the table, from 1; 0 is no entity's.</param>
public readonly record struct Key<T>(int Number) : IKey, IComparable<Key<T>>
    where T : class
{
    /// <inheritdoc/>
    public Type EntityType => typeof(T);

    /// <summary>Whether the left key was given before the right one.</summary>
    public static bool operator <(Key<T> left, Key<T> right) => left.Number < right.Number;

    /// <summary>Whether the left key was given after the right one.</summary>
    public static bool operator >(Key<T> left, Key<T> right) => left.Number > right.Number;

    /// <summary>Whether the left key is the right one or was given before it.</summary>
    public static bool operator <=(Key<T> left, Key<T> right) => left.Number <= right.Number;

    /// <summary>Whether the left key is the right one or was given after it.</summary>
    public static bool operator >=(Key<T> left, Key<T> right) => left.Number >= right.Number;

    /// <inheritdoc/>
    public int CompareTo(Key<T> other) => Number.CompareTo(other.Number);

    /// <summary>The type's name and the number, for people: <c>VirtualMachine 12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{typeof(T).Name} {Number}");
}
