using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Where views of one type come from.</summary>
/// <typeparam name="TView">The view.</typeparam>
internal interface IViewSource<out TView>
    where TView : class
{
    /// <summary>Every view, or only those of entities with that name, ignoring case; ordered by key.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="name">The name; null for all.</param>
    /// <param name="sees">Whether an entity counts; null where all do.</param>
    IEnumerable<TView> All(LabState lab, string? name, Func<IKey, bool>? sees = null);

    /// <summary>The key of the entity of a number.</summary>
    IKey KeyOf(int number);

    /// <summary>The view of one entity, or null.</summary>
    TView? Find(LabState lab, int number);

    /// <summary>The names of the entities, ordered by key; empty where they have none.</summary>
    IEnumerable<KeyValuePair<int, string>> Names(LabState lab);

    /// <summary>What looking for a name that no entity has fails with.</summary>
    LabError NotFound { get; }
}
