using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A checkpoint of a whole lab, as Get-LabCheckpoint writes it.</summary>
public sealed class LabCheckpointInfo
{
    private readonly LabCheckpoint _checkpoint;

    internal LabCheckpointInfo(LabHandle handle, LabCheckpoint checkpoint) =>
        (Handle, _checkpoint) = (handle, checkpoint);

    internal LabHandle Handle { get; }

    /// <summary>Its name.</summary>
    public string Name => _checkpoint.Name;

    /// <summary>Virtual time of the lab then.</summary>
    public TimeSpan Time => _checkpoint.Time;

    /// <summary>How many events had happened.</summary>
    public long EventsApplied => _checkpoint.EventsApplied;

    /// <summary>The hash over all inputs and events then.</summary>
    public string JournalHash => _checkpoint.JournalHash;

    /// <summary>The lab.</summary>
    public LabInfo Lab => Handle.Info;

    /// <summary>The checkpoint's name.</summary>
    public override string ToString() => Name;
}
