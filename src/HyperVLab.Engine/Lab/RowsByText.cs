using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>The rows of a table by a text that they have, such as an address or a name.</summary>
internal sealed class RowsByText<T> : TableIndex<string, T>
    where T : class, IEntity<T>
{
    private readonly Func<T, string?> _textOf;

    /// <summary>Follows a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="textOf">
    /// A row's text; null for none. Whoever changes it tells it by <see cref="TableIndex{TKey, T}.Follow"/>.
    /// </param>
    /// <param name="ignoresCase">Whether case does not matter.</param>
    public RowsByText(Table<T> table, Func<T, string?> textOf, bool ignoresCase = false)
        : base(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
    {
        _textOf = textOf;
        table.Attach(this);
    }

    protected override bool TryKeyOf(T row, out string key)
    {
        string? text = _textOf(row);
        key = text ?? string.Empty;
        return text is not null;
    }
}
