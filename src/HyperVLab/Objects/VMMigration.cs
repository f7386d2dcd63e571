using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A virtual machine's move to another host, as Get-LabVMMigration writes it.</summary>
public sealed class VMMigration : LabObject<MigrationView, Migration>
{
    internal VMMigration(LabHandle handle, MigrationView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its number.</summary>
    public int Id => Number;

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>How it moved.</summary>
    public MigrationKind Kind => View.Kind;

    /// <summary>The host that it left.</summary>
    public string SourceHost => View.Source;

    /// <summary>The host that it went to.</summary>
    public string DestinationHost => View.Target;

    /// <summary>How far it is.</summary>
    public MigrationPhase Phase => View.Phase;

    /// <summary>The passes over memory, with what each sent and how long it took.</summary>
    public MigrationPass[] Passes => [.. View.Passes];

    /// <summary>How many passes there were.</summary>
    public int PassCount => View.Passes.Count;

    /// <summary>How much memory was sent in passes, in bytes.</summary>
    public long BytesCopied => View.Passes.Sum(static pass => pass.Bytes);

    /// <summary>How long the machine stood still; empty while it has not run again.</summary>
    public TimeSpan? Blackout => View.Blackout;

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime => View.StartTime;

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime => View.EndTime;

    /// <summary>How long it took, or has taken so far.</summary>
    public TimeSpan Duration => (View.EndTime ?? Handle.Lab.Now) - View.StartTime;

    /// <summary>How it went so far.</summary>
    internal VMMigrationMeasure Measure() => new(View, Handle.Lab.Now);

    /// <summary>The virtual machine and the way it went.</summary>
    public override string ToString() => $"{VMName}: {SourceHost} to {DestinationHost}";
}
