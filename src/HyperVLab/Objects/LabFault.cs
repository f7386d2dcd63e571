using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A fault, as Get-LabFault writes it.</summary>
public sealed class LabFault : LabObject<FaultView, Fault>
{
    internal LabFault(LabHandle handle, FaultView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>What breaks.</summary>
    public FaultKind Kind => View.Kind;

    /// <summary>How far it is.</summary>
    public FaultState State => View.State;

    /// <summary>The names of what it befalls.</summary>
    public string Target => View.Target;

    /// <summary>The moment at which it begins, since the lab began; empty where it has none.</summary>
    public TimeSpan? At => View.At;

    /// <summary>After how long it repairs itself; empty for not at all.</summary>
    public TimeSpan? Duration => View.Duration;

    /// <summary>How often it has begun.</summary>
    public int Occurrences => View.Occurrences;

    /// <summary>When it last began, since the lab began.</summary>
    public TimeSpan? BeganAt => View.BeganAt;

    /// <summary>When it last ended, since the lab began; empty while it goes on.</summary>
    public TimeSpan? EndedAt => View.EndedAt;

    /// <summary>Whether it befalls one of these computers, by their numbers.</summary>
    internal bool Befalls(IReadOnlySet<int> computers) => View.ComputerKeys.Any(computers.Contains);

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
