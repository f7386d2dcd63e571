using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Views of the entities of one table.</summary>
internal sealed class ViewSource<TEntity, TView>(
    Func<LabState, Table<TEntity>> table, Func<LabState, TEntity, TView> make, Func<TEntity, string>? name)
    : IViewSource<TView>
    where TEntity : class, IEntity<TEntity>
    where TView : class
{
    /// <inheritdoc/>
    public IEnumerable<TView> All(LabState lab, string? only)
    {
        foreach (TEntity entity in table(lab))
        {
            if (only is null || name is null || string.Equals(name(entity), only, StringComparison.OrdinalIgnoreCase))
            {
                yield return make(lab, entity);
            }
        }
    }

    /// <inheritdoc/>
    public TView? Find(LabState lab, int number) =>
        table(lab).Find(new Key<TEntity>(number)) is { } entity ? make(lab, entity) : null;
}
