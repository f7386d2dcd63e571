using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Something that happens at its time, as data: scalars and keys.</summary>
public abstract record LabEvent : IScheduled
{
    /// <summary>Whether it comes again and again without end, so that no wait can hope for it to be the last.</summary>
    public virtual bool IsBackground => false;

    /// <summary>
    /// Lets it happen. It may not throw. What it was scheduled for may be gone or elsewhere by now: then it does
    /// nothing.
    /// </summary>
    internal abstract void Apply(LabState lab);
}
