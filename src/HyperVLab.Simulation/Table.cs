using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HyperVLab.Simulation;

/// <summary>
/// Entities of one type under keys that count up; iteration is by key, so its order never depends on a hash.
/// </summary>
/// <typeparam name="T">The entities' type.</typeparam>
public sealed class Table<T> : ITable, IReadOnlyCollection<T>
    where T : class, IEntity<T>
{
    private readonly List<T> _rows = [];

    // The rows' numbers, so that looking for one asks no row.
    private readonly List<int> _numbers = [];
    private readonly List<ITableIndex<T>> _indexes = [];

    /// <inheritdoc/>
    public int Count => _rows.Count;

    /// <inheritdoc/>
    public int NextNumber { get; private set; } = 1;

    /// <inheritdoc/>
    public Type EntityType => typeof(T);

    IEnumerable<object> ITable.Rows => _rows;

    /// <summary>The entity under a key.</summary>
    /// <exception cref="KeyNotFoundException">
    /// No entity stands under it: the caller has not validated the key.
    /// </exception>
    public T this[Key<T> key] => Find(key) ?? throw new KeyNotFoundException($"There is no {key}.");

    /// <summary>The entity under a key, or null.</summary>
    public T? Find(Key<T> key)
    {
        int index = IndexOf(key.Number);
        return index < 0 ? null : _rows[index];
    }

    /// <summary>The entity under a key, or null where the key or the entity is missing.</summary>
    public T? Find(Key<T>? key) => key is { } known ? Find(known) : null;

    /// <summary>Whether an entity stands under a key.</summary>
    public bool Contains(Key<T> key) => IndexOf(key.Number) >= 0;

    /// <inheritdoc/>
    public bool Contains(int number) => IndexOf(number) >= 0;

    /// <inheritdoc/>
    public IKey KeyOf(object row) => ((T)row).Key;

    /// <inheritdoc/>
    public object? FindRow(int number) => Find(new Key<T>(number));

    /// <summary>Adds the entity that <paramref name="make"/> makes for the next key, and returns it.</summary>
    /// <exception cref="InvalidOperationException">What was made carries another key.</exception>
    public T Add(Func<Key<T>, T> make)
    {
        var key = new Key<T>(NextNumber);
        T row = make(key);
        if (row.Key != key)
        {
            throw new InvalidOperationException($"The entity made for {key} says that it is {row.Key}.");
        }

        Enter(row);
        NextNumber++;
        return row;
    }

    /// <inheritdoc/>
    void ITable.RemoveRow(int number) => Remove(new Key<T>(number));

    /// <summary>Removes an entity; its key is never given again.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(Key<T> key)
    {
        int index = IndexOf(key.Number);
        if (index < 0)
        {
            return false;
        }

        T row = _rows[index];
        _rows.RemoveAt(index);
        _numbers.RemoveAt(index);
        foreach (ITableIndex<T> known in _indexes)
        {
            known.Remove(row);
        }

        return true;
    }

    /// <summary>Lets an index follow the table; it hears at once of the entities that are there.</summary>
    public void Attach(ITableIndex<T> index)
    {
        foreach (T row in _rows)
        {
            index.Add(row);
        }

        _indexes.Add(index);
    }

    /// <inheritdoc/>
    public bool HasRightIndexes => _indexes.TrueForAll(index => index.IsRight(_rows));

    /// <inheritdoc/>
    public void Restore(int nextNumber, IEnumerable<object> rows)
    {
        if (_rows.Count > 0)
        {
            throw new InvalidDataException($"The table of {typeof(T).Name} is not empty.");
        }

        int last = 0;
        foreach (T row in rows.Cast<T>())
        {
            if (row.Key.Number <= last || row.Key.Number >= nextNumber)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The key {row.Key} stands after {last} and below {nextNumber}: keys must ascend from 1."));
            }

            last = row.Key.Number;
            Enter(row);
        }

        NextNumber = Math.Max(nextNumber, 1);
    }

    /// <inheritdoc/>
    public void CopyFrom(ITable source)
    {
        var other = (Table<T>)source;
        _rows.EnsureCapacity(other._rows.Count);
        foreach (T row in other._rows)
        {
            Enter((T)StateCopy.Of(row));
        }

        NextNumber = other.NextNumber;
    }

    /// <summary>The entities by ascending key; adding or removing ends the enumeration with an exception.</summary>
    public List<T>.Enumerator GetEnumerator() => _rows.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _rows.GetEnumerator();

    private void Enter(T row)
    {
        _rows.Add(row);
        _numbers.Add(row.Key.Number);
        foreach (ITableIndex<T> index in _indexes)
        {
            index.Add(row);
        }
    }

    private int IndexOf(int number)
    {
        // Keys ascend, so an entity stands no farther from the front than its number is from the first one, and no
        // farther from the end than from the last: exact while none was removed.
        ReadOnlySpan<int> numbers = CollectionsMarshal.AsSpan(_numbers);
        if (numbers.IsEmpty || number < numbers[0] || number > numbers[^1])
        {
            return -1;
        }

        int high = Math.Min(number - numbers[0], numbers.Length - 1);
        int low = Math.Max(0, numbers.Length - 1 - (numbers[^1] - number));
        for (int probe = high; low <= high; probe = (low + high) >>> 1)
        {
            int found = numbers[probe];
            if (found == number)
            {
                return probe;
            }

            if (found < number)
            {
                low = probe + 1;
            }
            else
            {
                high = probe - 1;
            }
        }

        return -1;
    }
}
