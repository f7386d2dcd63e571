using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HyperVLab.Simulation;

/// <summary>
/// The entities of a table by something that they have or belong to: what concerns one of these need not look at all.
/// It follows the table change by change.
/// </summary>
/// <typeparam name="TKey">What they are found by.</typeparam>
/// <typeparam name="T">The entities' type.</typeparam>
public abstract class TableIndex<TKey, T> : ITableIndex<T>
    where TKey : notnull
    where T : class, IEntity<T>
{
    private readonly Dictionary<TKey, Found> _found;
    private readonly Dictionary<int, TKey> _keys = [];

    /// <summary>Makes an index of nothing; who makes it attaches it to its table.</summary>
    /// <param name="comparer">When two keys are the same; null for what they say themselves.</param>
    protected TableIndex(IEqualityComparer<TKey>? comparer = null) => _found = new(comparer);

    /// <summary>Counts how often a key came to have no entity: until then, what was taken is.</summary>
    public long Vacated { get; private set; }

    /// <summary>
    /// The entities by ascending key. What is returned stays as it is, whatever comes or goes while somebody goes
    /// through it.
    /// </summary>
    public ImmutableArray<T> Of(TKey key) => _found.TryGetValue(key, out Found? found) ? found.Rows : [];

    /// <summary>Whether there is any.</summary>
    public bool Has(TKey key) => _found.ContainsKey(key);

    /// <summary>The first by key, or null.</summary>
    public T? First(TKey key) => _found.TryGetValue(key, out Found? found) ? found.First : null;

    /// <summary>How many there are.</summary>
    public int Count(TKey key) => _found.TryGetValue(key, out Found? found) ? found.Count : 0;

    /// <inheritdoc/>
    public void Add(T row)
    {
        if (TryKeyOf(row, out TKey key))
        {
            Enter(key, row);
        }
    }

    /// <inheritdoc/>
    public void Remove(T row)
    {
        if (_keys.Remove(row.Key.Number, out TKey? key) && _found[key].Remove(row) == 0)
        {
            _found.Remove(key);
            Vacated++;
        }
    }

    /// <summary>An entity may be found by something else from now on.</summary>
    public void Follow(T row)
    {
        bool isFound = TryKeyOf(row, out TKey key);
        if (_keys.TryGetValue(row.Key.Number, out TKey? known))
        {
            if (isFound && _found.Comparer.Equals(known, key))
            {
                return;
            }

            Remove(row);
        }

        if (isFound)
        {
            Enter(key, row);
        }
    }

    /// <summary>
    /// Something of an entity changed that others remember with what was returned: it is returned no more.
    /// </summary>
    public void Renew(T row)
    {
        if (_keys.TryGetValue(row.Key.Number, out TKey? key))
        {
            _found[key].Renew();
        }
    }

    /// <inheritdoc/>
    public bool IsRight(IReadOnlyCollection<T> rows)
    {
        int found = 0;
        foreach (T row in rows)
        {
            if (TryKeyOf(row, out TKey key))
            {
                found++;
                if (!_keys.TryGetValue(row.Key.Number, out TKey? known) || !_found.Comparer.Equals(known, key)
                    || !Of(key).Contains(row))
                {
                    return false;
                }
            }
        }

        return found == _keys.Count;
    }

    /// <summary>What an entity is found by.</summary>
    /// <returns>Whether it is found by anything.</returns>
    protected abstract bool TryKeyOf(T row, out TKey key);

    private void Enter(TKey key, T row)
    {
        _keys.Add(row.Key.Number, key);
        if (!_found.TryGetValue(key, out Found? found))
        {
            _found.Add(key, found = new Found());
        }

        found.Add(row);
    }

    // Most have one entity, so this holds no more than the array that is given away until a second one comes.
    private sealed class Found
    {
        private List<T>? _rows;
        private T[]? _shown = [];

        public int Count => _rows?.Count ?? _shown!.Length;

        public T First => _rows is null ? _shown![0] : _rows[0];

        public ImmutableArray<T> Rows => ImmutableCollectionsMarshal.AsImmutableArray(_shown ??= [.. _rows!]);

        public void Add(T row)
        {
            if (Count == 0)
            {
                _shown = [row];
                return;
            }

            _rows ??= [.. _shown!];
            int place = _rows.Count;
            while (place > 0 && _rows[place - 1].Key.Number > row.Key.Number)
            {
                place--;
            }

            _rows.Insert(place, row);
            _shown = null;
        }

        public void Renew() => (_rows, _shown) = (_rows ?? [.. _shown!], null);

        public int Remove(T row)
        {
            _rows ??= [.. _shown!];
            _rows.Remove(row);
            _shown = null;
            return _rows.Count;
        }
    }
}
