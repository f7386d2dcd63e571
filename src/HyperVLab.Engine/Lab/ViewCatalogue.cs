using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Which view shows which table's entities, and how one is made.</summary>
internal sealed class ViewCatalogue
{
    private readonly Dictionary<Type, object> _sources = [];
    private readonly Dictionary<string, Func<LabState, int, object?>> _byEntity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<int, IKey>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, LabError> _notFound = [];

    /// <summary>Registers the view of an entity type.</summary>
    /// <param name="table">Where the entities are.</param>
    /// <param name="make">Makes the view of one.</param>
    /// <param name="name">Its name; null where it has none.</param>
    /// <param name="notFound">
    /// What an unknown name fails with, the name being {0}; null for the frame's own error.
    /// </param>
    /// <param name="byName">Finds those of a name; null where all are asked.</param>
    public void Add<TEntity, TView>(
        Func<LabState, Table<TEntity>> table,
        Func<LabState, TEntity, TView> make,
        Func<TEntity, string>? name = null,
        LabError? notFound = null,
        Func<LabState, RowsByText<TEntity>>? byName = null)
        where TEntity : class, IEntity<TEntity>
        where TView : class =>
        Add(table, make, name is null ? null : (_, entity) => name(entity), notFound, byName);

    /// <summary>Registers the view of an entity type whose name belongs to another entity.</summary>
    public void Add<TEntity, TView>(
        Func<LabState, Table<TEntity>> table,
        Func<LabState, TEntity, TView> make,
        Func<LabState, TEntity, string>? name,
        LabError? notFound,
        Func<LabState, RowsByText<TEntity>>? byName = null)
        where TEntity : class, IEntity<TEntity>
        where TView : class
    {
        var source = new ViewSource<TEntity, TView>(table, make, name, notFound ?? LabErrors.NotFound, byName);
        _sources.Add(typeof(TView), source);
        _byEntity.TryAdd(typeof(TEntity).Name, source.Find);
        _keys.TryAdd(typeof(TEntity).Name, static number => new Key<TEntity>(number));
        _notFound.TryAdd(typeof(TEntity), source.NotFound);
    }

    /// <summary>The source of a view type.</summary>
    /// <exception cref="InvalidOperationException">No area registered it.</exception>
    public IViewSource<TView> Of<TView>()
        where TView : class => _sources.TryGetValue(typeof(TView), out object? source)
            ? (IViewSource<TView>)source
            : throw new InvalidOperationException($"No area describes {typeof(TView).Name}.");

    /// <summary>Whether an area registered a view type.</summary>
    public bool Shows(Type view) => _sources.ContainsKey(view);

    /// <summary>The view of the entity of that type's name and number, or null.</summary>
    public object? Of(LabState lab, string entity, int number) =>
        _byEntity.TryGetValue(entity, out Func<LabState, int, object?>? find) ? find(lab, number) : null;

    /// <summary>The key of the entity of that type's name and number; null where no view shows such.</summary>
    public IKey? KeyOf(string entity, int number) => _keys.GetValueOrDefault(entity)?.Invoke(number);

    /// <summary>What looking for an entity that is not there fails with.</summary>
    public LabError NotFoundOf(Type entity) => _notFound.GetValueOrDefault(entity, LabErrors.NotFound);
}
