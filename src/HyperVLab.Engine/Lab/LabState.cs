using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// The lab's whole state and what requests and events may do with it. It never leaves the engine: callers see views.
/// Each area adds its tables in a part of this class of its own.
/// </summary>
internal sealed partial class LabState(long seed, IDiskStore disks)
{
    /// <summary>The version of the model: golden hashes and journals belong to one.</summary>
    public const int ModelVersion = 1;

    /// <summary>Random draws from the lab's seed.</summary>
    public Draws Draws { get; } = new(seed);

    /// <summary>Virtual time and what waits for it.</summary>
    public Scheduler<LabEvent> Scheduler { get; } = new();

    /// <summary>Virtual time since the lab began.</summary>
    public TimeSpan Now => Scheduler.Now;

    /// <summary>Where the bytes of virtual disks are; not part of the state.</summary>
    public LendingDiskStore Disks => field ??= new(disks) { Opening = location => WorkloadBytes.WriteTo(location) };

    /// <summary>What keeps data whole, for tests to take away; not part of the state.</summary>
    public LabGuards Guards { get; } = new();

    /// <summary>
    /// Kills the process that holds the lab; null where nobody said that it may die. Not part of the state.
    /// </summary>
    public Action? ProcessKiller { get; set; }

    /// <summary>Every table with the name under which it is exported, in ordinal order of the names.</summary>
    public IReadOnlyList<KeyValuePair<string, ITable>> Tables => field ??= CollectTables();

    /// <summary>The requests of users, as they see them.</summary>
    public Table<LabJob> Jobs { get; } = new();

    /// <summary>What happened, for people; output only.</summary>
    public Table<LogEntry> Log { get; } = new();

    /// <summary>Lets an event happen after a delay, and returns its sequence, by which it can be cancelled.</summary>
    public long Schedule(TimeSpan delay, LabEvent happening) => Scheduler.Schedule(delay, happening);

    /// <summary>Takes an event out of the queue; one that has happened, or none, is left alone.</summary>
    public void Cancel(long? sequence)
    {
        if (sequence is { } waiting)
        {
            Scheduler.Queue.Cancel(waiting);
        }
    }

    /// <summary>Hands a notice to every area, in their fixed order, before it returns.</summary>
    public void Raise(LabNotice notice)
    {
        foreach (ILabArea area in Areas)
        {
            area.Hear(this, notice);
        }
    }

    /// <summary>Writes a line of the lab's log.</summary>
    /// <param name="level">How grave.</param>
    /// <param name="source">Which part of the system, by the name that Windows uses for the log.</param>
    /// <param name="computer">The computer whose log it is, by name; null for the lab's.</param>
    /// <param name="message">The text.</param>
    public void Write(LogLevel level, string source, string? computer, string message)
    {
        Log.Add(key => new LogEntry(key, Now, level, source, computer, message));
        if (Log.Count > LogEntry.Kept)
        {
            Log.Remove(new Key<LogEntry>(Log.NextNumber - 1 - LogEntry.Kept));
        }

        if (Faults.Count > 0)
        {
            FaultTriggers.Written(this, message);
        }
    }

    /// <summary>Ends a job well; one that has ended, or none, is left alone.</summary>
    public void Complete(Key<LabJob>? job)
    {
        if (Jobs.Find(job) is { HasEnded: false } known)
        {
            known.Complete(Now);
        }
    }

    /// <summary>Ends a job with an error; one that has ended, or none, is left alone.</summary>
    public void Fail(Key<LabJob>? job, LabError error, string? target, params string[] arguments)
    {
        if (Jobs.Find(job) is { HasEnded: false } known)
        {
            known.Fail(error, target, arguments, Now);
        }
    }

    /// <summary>
    /// Tells the user of a job something that is no failure; one that has ended, or none, is left alone.
    /// </summary>
    public void Warn(Key<LabJob>? job, string text)
    {
        if (Jobs.Find(job) is { HasEnded: false } known)
        {
            known.Warn(text);
        }
    }

    /// <summary>Says at which step of its way a job is; one that has ended, or none, is left alone.</summary>
    /// <param name="job">The job; null for none.</param>
    /// <param name="name">What is done, in the field's terms.</param>
    /// <param name="percentComplete">How much is done, 0 to 100.</param>
    /// <param name="depth">How deep the step stands in the tree of steps.</param>
    public void Step(Key<LabJob>? job, string name, int percentComplete, int depth = 0)
    {
        if (Jobs.Find(job) is { HasEnded: false } known)
        {
            known.BeginStep(name, Now, percentComplete, depth);
            if (Faults.Count > 0)
            {
                FaultTriggers.Stepped(this, known, name);
            }
        }
    }

    private List<KeyValuePair<string, ITable>> CollectTables() =>
        [.. typeof(LabState).GetProperties()
            .Where(property => property.PropertyType.IsAssignableTo(typeof(ITable)))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Name, (ITable)property.GetValue(this)!))];
}
