using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// The rows of a table that belong to a row of another: a lab of a thousand hosts need not look at all of them for one.
/// </summary>
internal sealed class RowsBy<TOwner, T> : TableIndex<Key<TOwner>, T>
    where TOwner : class
    where T : class, IEntity<T>
{
    private readonly Func<T, Key<TOwner>?> _ownerOf;

    /// <summary>Follows a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ownerOf">
    /// Whose a row is. Whoever gives a row away tells it by <see cref="TableIndex{TKey, T}.Follow"/>.
    /// </param>
    public RowsBy(Table<T> table, Func<T, Key<TOwner>?> ownerOf)
    {
        _ownerOf = ownerOf;
        table.Attach(this);
    }

    protected override bool TryKeyOf(T row, out Key<TOwner> key)
    {
        Key<TOwner>? owner = _ownerOf(row);
        key = owner.GetValueOrDefault();
        return owner is not null;
    }
}
