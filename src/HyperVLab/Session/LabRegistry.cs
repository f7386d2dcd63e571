using HyperVLab.Engine.Requests;

namespace HyperVLab.Session;

/// <summary>The labs of this process by name, ignoring case.</summary>
internal static class LabRegistry
{
    private static readonly Lock s_guard = new();
    private static readonly SortedDictionary<string, LabHandle> s_labs = new(StringComparer.OrdinalIgnoreCase);

    // What lives in a folder of this process' own has no use after it.
    static LabRegistry() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => RemoveAll();

    /// <summary>Every lab, ordered by name.</summary>
    public static IReadOnlyList<LabHandle> All
    {
        get
        {
            lock (s_guard)
            {
                return [.. s_labs.Values];
            }
        }
    }

    /// <summary>The lab of a name, or null.</summary>
    public static LabHandle? Find(string name)
    {
        lock (s_guard)
        {
            return s_labs.GetValueOrDefault(name);
        }
    }

    /// <summary>The lab of a name.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static LabHandle Get(string name) => Find(name) ?? throw ModuleErrors.NoSuchLab.For(
        name, name, All.Count == 0 ? "none" : string.Join(", ", All.Select(lab => lab.Lab.Name)));

    /// <summary>Refuses a name that a lab of this process has.</summary>
    /// <exception cref="LabException">There is a lab of that name.</exception>
    public static void Demand(string name)
    {
        if (Find(name) is not null)
        {
            throw ModuleErrors.LabExists.For(name, name);
        }
    }

    /// <summary>Adds a lab.</summary>
    /// <exception cref="LabException">There is one of that name.</exception>
    public static void Add(LabHandle handle)
    {
        lock (s_guard)
        {
            if (!s_labs.TryAdd(handle.Lab.Name, handle))
            {
                throw ModuleErrors.LabExists.For(handle.Lab.Name, handle.Lab.Name);
            }
        }
    }

    /// <summary>Forgets a lab and lets go of its disks.</summary>
    public static void Remove(LabHandle handle)
    {
        lock (s_guard)
        {
            s_labs.Remove(handle.Lab.Name);
        }

        handle.Dispose();
    }

    private static void RemoveAll()
    {
        foreach (LabHandle handle in All)
        {
            try
            {
                Remove(handle);
            }
            catch (LabException)
            {
                // Nobody is there any more to be told; what was reported is kept.
            }
        }
    }
}
