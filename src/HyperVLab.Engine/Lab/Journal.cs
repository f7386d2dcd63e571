using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>The inputs of a lab in order, and the chain of digests over them and the events between.</summary>
internal sealed class Journal
{
    private readonly BinaryForm _form = new();
    private readonly HashChain _chain = new();
    private readonly List<JournalEntry> _entries = [];

    /// <summary>The inputs.</summary>
    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>The chain's last digest: the journal hash.</summary>
    public string Hash => _chain.Value;

    /// <summary>Begins the chain with what everything depends on.</summary>
    public void Begin(int modelVersion, long seed)
    {
        _form.Clear();
        _form.Write(BinaryForm.Version);
        _form.Write(modelVersion);
        _form.Write(seed);
        _chain.Append(_form.Bytes);
    }

    /// <summary>Records an input.</summary>
    public void Record(JournalEntry entry)
    {
        _form.Clear();
        _form.Write(entry.Kind.ToString());
        _form.Write(entry.EventsBefore);
        _form.Write(entry.Caller?.Account?.Number ?? 0);
        _form.Write(entry.Caller?.Computer?.Number ?? 0);
        if (entry.Caller?.Role is { } role)
        {
            _form.Write(role.Number);
        }

        _form.Write(entry.ErrorKey ?? string.Empty);
        _form.Write(entry.To?.Ticks ?? 0);
        if (entry.Request is { } request)
        {
            _form.WriteRecord(request);
        }

        _chain.Append(_form.Bytes);
        _entries.Add(entry);
    }

    /// <summary>
    /// Chains an event that was applied; it is not stored, because replaying the inputs makes it again.
    /// </summary>
    public void Chain(ScheduledEvent<LabEvent> happening)
    {
        _form.Clear();
        _form.Write(happening.Due.Ticks);
        _form.Write(happening.Sequence);
        _form.WriteRecord(happening.Event);
        _chain.Append(_form.Bytes);
    }

    /// <summary>A journal of the same inputs, to which others may be added.</summary>
    public Journal Copy()
    {
        var copy = new Journal();
        copy.Restore(Hash, _entries);
        return copy;
    }

    /// <summary>Continues a journal that an import read.</summary>
    public void Restore(string hash, IEnumerable<JournalEntry> entries)
    {
        _chain.Restore(hash);
        _entries.AddRange(entries);
    }
}
