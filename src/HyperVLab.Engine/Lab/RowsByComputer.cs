using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// The rows of a table that belong to a computer, by key: a lab of a thousand hosts need not look at all of them for
/// one. It is made anew when rows came or went, and holds nothing of its own.
/// </summary>
internal sealed class RowsByComputer<T>(Table<T> table, Func<T, Key<PhysicalComputer>> computerOf)
    where T : class, IEntity<T>
{
    private readonly Dictionary<Key<PhysicalComputer>, List<T>> _rows = [];
    private (int Count, int Next) _seen;

    /// <summary>A computer's rows.</summary>
    public List<T> Of(Key<PhysicalComputer> computer)
    {
        // Keys are never used again, so these two numbers change whenever a row comes or goes.
        if (_seen != (table.Count, table.NextNumber))
        {
            Collect();
        }

        return _rows.TryGetValue(computer, out List<T>? rows) ? rows : [];
    }

    private void Collect()
    {
        _rows.Clear();
        foreach (T row in table)
        {
            Key<PhysicalComputer> computer = computerOf(row);
            if (!_rows.TryGetValue(computer, out List<T>? rows))
            {
                _rows.Add(computer, rows = []);
            }

            rows.Add(row);
        }

        _seen = (table.Count, table.NextNumber);
    }
}
