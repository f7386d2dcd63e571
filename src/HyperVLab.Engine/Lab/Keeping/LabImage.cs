using HyperVLab.Engine.Files;

namespace HyperVLab.Engine.Keeping;

/// <summary>
/// A lab between two events, without its disks and its journal. It shares nothing with the lab that changes, so it
/// can be written while the lab goes on.
/// </summary>
public sealed class LabImage
{
    private readonly string _name;
    private readonly LabState _state;
    private readonly Journal _journal;

    internal LabImage(string name, LabState state, string hash, long inputs)
    {
        (_name, _state, Inputs) = (name, state, inputs);
        _journal = new Journal();
        _journal.Restore(hash, []);
    }

    /// <summary>How many inputs the lab had had.</summary>
    public long Inputs { get; }

    /// <summary>How many events had been applied.</summary>
    public long EventsApplied => _state.Scheduler.Applied;

    /// <summary>Virtual time since the lab began.</summary>
    public TimeSpan Now => _state.Now;

    /// <summary>The journal hash.</summary>
    public string JournalHash => _journal.Hash;

    /// <summary>Writes it: what <see cref="Lab.WriteTo"/> writes, with no inputs.</summary>
    public void WriteTo(TextWriter text) => text.Write(LabWriter.Write(_name, _state, _journal));
}
