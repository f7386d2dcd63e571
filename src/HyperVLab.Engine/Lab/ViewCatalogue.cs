using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Which view shows which table's entities, and how one is made.</summary>
internal sealed class ViewCatalogue
{
    private readonly Dictionary<Type, object> _sources = [];
    private readonly Dictionary<string, Func<LabState, int, object?>> _byEntity = new(StringComparer.Ordinal);

    /// <summary>Registers the view of an entity type.</summary>
    public void Add<TEntity, TView>(
        Func<LabState, Table<TEntity>> table, Func<LabState, TEntity, TView> make, Func<TEntity, string>? name = null)
        where TEntity : class, IEntity<TEntity>
        where TView : class
    {
        var source = new ViewSource<TEntity, TView>(table, make, name);
        _sources.Add(typeof(TView), source);
        _byEntity.TryAdd(typeof(TEntity).Name, source.Find);
    }

    /// <summary>The source of a view type.</summary>
    /// <exception cref="InvalidOperationException">No area registered it.</exception>
    public IViewSource<TView> Of<TView>()
        where TView : class => _sources.TryGetValue(typeof(TView), out object? source)
            ? (IViewSource<TView>)source
            : throw new InvalidOperationException($"No area describes {typeof(TView).Name}.");

    /// <summary>The view of the entity of that type's name and number, or null.</summary>
    public object? Of(LabState lab, string entity, int number) =>
        _byEntity.TryGetValue(entity, out Func<LabState, int, object?>? find) ? find(lab, number) : null;
}
