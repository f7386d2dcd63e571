using System.Collections;
using System.Collections.Concurrent;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// What requests refer to. A caller may have read a key before somebody else removed what is under it, so the door
/// looks once for all requests, and no area has to.
/// </summary>
internal static class RequestKeys
{
    private static readonly ConcurrentDictionary<Type, StateProperty[]> s_keys = new();

    /// <summary>What a request refers to.</summary>
    public static IEnumerable<IKey> Of(LabRequest request)
    {
        foreach (StateProperty property in s_keys.GetOrAdd(request.GetType(), KeysOf))
        {
            switch (property.Get(request))
            {
                case IKey key:
                    yield return key;
                    break;
                case IEnumerable keys:
                    foreach (IKey key in keys)
                    {
                        yield return key;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Refuses a request that refers to something that is not there.</summary>
    /// <exception cref="LabException">It is gone, or never was there.</exception>
    public static void Demand(LabState lab, LabRequest request)
    {
        foreach (IKey key in Of(request))
        {
            if (!lab.TableOf(key.EntityType).Contains(key.Number))
            {
                throw Missing(key);
            }
        }
    }

    /// <summary>What a request is refused with that refers to something that is not there.</summary>
    public static LabException Missing(IKey key) =>
        LabState.Views.NotFoundOf(key.EntityType).For(null, key.ToString()!);

    private static StateProperty[] KeysOf(Type request) =>
        [.. StateContract.Of(request).Properties.Where(property =>
            property.Type.Kind == StateKind.Key || property.Type.Element?.Kind == StateKind.Key)];
}
