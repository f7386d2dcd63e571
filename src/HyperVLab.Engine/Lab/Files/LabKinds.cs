using System.Collections.Frozen;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Files;

/// <summary>The contracts of events and requests by the names under which files store them.</summary>
internal static class LabKinds
{
    private static readonly Lazy<FrozenDictionary<string, StateContract>> s_events = new(Collect<LabEvent>);
    private static readonly Lazy<FrozenDictionary<string, StateContract>> s_requests = new(Collect<LabRequest>);

    /// <summary>The contract of an event.</summary>
    /// <exception cref="InvalidDataException">There is no such event.</exception>
    public static StateContract EventOf(string kind, string path) => Find(s_events.Value, kind, path);

    /// <summary>The contract of a request.</summary>
    /// <exception cref="InvalidDataException">There is no such request.</exception>
    public static StateContract RequestOf(string kind, string path) => Find(s_requests.Value, kind, path);

    private static StateContract Find(FrozenDictionary<string, StateContract> kinds, string kind, string path) =>
        kinds.TryGetValue(kind, out StateContract? contract)
            ? contract
            : throw new InvalidDataException($"{path} names '{kind}', which this version does not know.");

    private static FrozenDictionary<string, StateContract> Collect<TBase>() =>
        typeof(TBase).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(TBase)))
            .ToFrozenDictionary(type => type.Name, StateContract.Of, StringComparer.Ordinal);
}
