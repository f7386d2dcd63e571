namespace HyperVLab.Simulation.Tests;

internal sealed class Thing(Key<Thing> key, string name) : IEntity<Thing>
{
    public Key<Thing> Key { get; private set; } = key;

    public string Name { get; private set; } = name;

    public string? Note { get; private set; }

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public string Loud => Name.ToUpperInvariant();

    public void Annotate(string note, params Part[] parts) => (Note, Parts) = (note, parts);
}
