using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Views of the entities of one table.</summary>
internal sealed class ViewSource<TEntity, TView>(
    Func<LabState, Table<TEntity>> table,
    Func<LabState, TEntity, TView> make,
    Func<LabState, TEntity, string>? name,
    LabError notFound,
    Func<LabState, RowsByText<TEntity>>? byName = null)
    : IViewSource<TView>
    where TEntity : class, IEntity<TEntity>
    where TView : class
{
    /// <inheritdoc/>
    public LabError NotFound => notFound;

    /// <inheritdoc/>
    public IEnumerable<TView> All(LabState lab, string? only, Func<IKey, bool>? sees = null)
    {
        IEnumerable<TEntity> candidates = only is not null && byName is not null ? byName(lab).Of(only) : table(lab);
        foreach (TEntity entity in candidates)
        {
            if (only is null || name is null
                || string.Equals(name(lab, entity), only, StringComparison.OrdinalIgnoreCase))
            {
                if (sees is null || sees(entity.Key))
                {
                    yield return make(lab, entity);
                }
            }
        }
    }

    /// <inheritdoc/>
    public IKey KeyOf(int number) => new Key<TEntity>(number);

    /// <inheritdoc/>
    public TView? Find(LabState lab, int number) =>
        table(lab).Find(new Key<TEntity>(number)) is { } entity ? make(lab, entity) : null;

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<int, string>> Names(LabState lab)
    {
        if (name is null)
        {
            yield break;
        }

        foreach (TEntity entity in table(lab))
        {
            yield return KeyValuePair.Create(entity.Key.Number, name(lab, entity));
        }
    }
}
