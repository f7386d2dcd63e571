using HyperVLab.Disks.P2V;

namespace HyperVLab.Objects;

/// <summary>A driver whose start Convert-LabP2V set in the copy's registry.</summary>
public sealed class P2VDriver
{
    private readonly DriverChange _change;

    internal P2VDriver(DriverChange change) => _change = change;

    /// <summary>Its service.</summary>
    public string Service => _change.Service;

    /// <summary>When it started before; empty if there was no such service.</summary>
    public DriverStart? Before => _change.Before;

    /// <summary>When it starts in the copy.</summary>
    public DriverStart After => _change.After;

    /// <summary>Why.</summary>
    public string Reason => _change.Reason;

    /// <summary>The service and its start.</summary>
    public override string ToString() => $"{Service}: {After}";
}
