using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// The rows of a table that belong to a row of another, by key: what concerns one group or node need not look at the
/// rows of all. It is made anew when rows came or went, or were given away, and holds nothing of its own.
/// </summary>
internal sealed class RowsBy<TOwner, T>(Table<T> table, Func<T, Key<TOwner>?> ownerOf)
    where TOwner : class
    where T : class, IEntity<T>
{
    private readonly Dictionary<Key<TOwner>, List<T>> _rows = [];
    private (int Count, int Next) _seen;

    /// <summary>
    /// An owner's rows. The list stays as it is, whatever comes or goes while somebody goes through it.
    /// </summary>
    public IReadOnlyList<T> Of(Key<TOwner> owner)
    {
        // Keys are never used again, so these two numbers change whenever a row comes or goes.
        if (_seen != (table.Count, table.NextNumber))
        {
            Collect();
        }

        return _rows.TryGetValue(owner, out List<T>? rows) ? rows : [];
    }

    /// <summary>A row was given to another owner.</summary>
    public void Forget() => _seen = default;

    private void Collect()
    {
        _rows.Clear();
        foreach (T row in table)
        {
            if (ownerOf(row) is not { } owner)
            {
                continue;
            }

            if (!_rows.TryGetValue(owner, out List<T>? rows))
            {
                _rows.Add(owner, rows = []);
            }

            rows.Add(row);
        }

        _seen = (table.Count, table.NextNumber);
    }
}
