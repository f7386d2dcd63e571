using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    private Dictionary<Type, ITable>? _tablesByType;

    /// <summary>The table that holds entities of a type.</summary>
    public ITable TableOf(Type entity) =>
        (_tablesByType ??= Tables.ToDictionary(pair => pair.Value.EntityType, pair => pair.Value))[entity];

    /// <summary>The entity under a key, where it stands and has a name; otherwise null.</summary>
    public INamed? FindNamed(IKey key) => TableOf(key.EntityType).FindRow(key.Number) as INamed;

    /// <summary>What people call the entity under a key; its number where it has no name or is gone.</summary>
    public string NameOf(IKey key) => FindNamed(key)?.Name ?? key.ToString()!;
}
