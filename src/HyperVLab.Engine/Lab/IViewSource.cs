using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine;

/// <summary>Where views of one type come from.</summary>
/// <typeparam name="TView">The view.</typeparam>
internal interface IViewSource<out TView>
    where TView : class
{
    /// <summary>Every view, or only those of entities with that name, ignoring case; ordered by key.</summary>
    IEnumerable<TView> All(LabState lab, string? name);

    /// <summary>The view of one entity, or null.</summary>
    TView? Find(LabState lab, int number);

    /// <summary>The names of the entities, ordered by key; empty where they have none.</summary>
    IEnumerable<KeyValuePair<int, string>> Names(LabState lab);

    /// <summary>What looking for a name that no entity has fails with.</summary>
    LabError NotFound { get; }
}
