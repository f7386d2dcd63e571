using HyperVLab.Engine;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Session;

/// <summary>
/// A lab as this runspace's account sees it. Time is one for all; what is read is what the account may see, and the
/// whole lab where nobody is signed in.
/// </summary>
internal sealed class SessionLab(LabHandle handle)
{
    private Lab Whole => handle.Whole;

    private ScopedLab? Reader => LabSession.Current.ReaderIn(handle);

    /// <summary>Its name in this process.</summary>
    public string Name => Whole.Name;

    /// <summary>The seed that every random draw depends on.</summary>
    public long Seed => Whole.Seed;

    /// <summary>Counts everything that may have changed the lab.</summary>
    public long Version => Whole.Version;

    /// <summary>Virtual time since the lab began.</summary>
    public TimeSpan Now => Whole.Now;

    /// <summary>When something is due next.</summary>
    public TimeSpan? NextDue => Whole.NextDue;

    /// <summary>How many events were applied since the lab began.</summary>
    public long EventsApplied => Whole.EventsApplied;

    /// <summary>The hash over all inputs and events so far.</summary>
    public string JournalHash => Whole.JournalHash;

    /// <summary>The views of a kind, or only of those with a name.</summary>
    public IReadOnlyList<TView> Views<TView>(string? name = null)
        where TView : class => Reader is { } reader ? reader.Views<TView>(name) : Whole.Views<TView>(name);

    /// <summary>The view of one entity; null where it is gone.</summary>
    public TView? View<TView>(int key)
        where TView : class => Reader is { } reader ? reader.View<TView>(key) : Whole.View<TView>(key);

    /// <summary>The names of a kind with their keys.</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Names<TView>()
        where TView : class => Reader is { } reader ? reader.Names<TView>() : Whole.Names<TView>();

    /// <summary>The view of what a job made or changed; null where there is none.</summary>
    public object? ResultOf(JobView job) => Reader is { } reader ? reader.ResultOf(job) : Whole.ResultOf(job);

    /// <summary>Answers a question.</summary>
    public TResult Ask<TResult>(LabQuery<TResult> query) =>
        Reader is { } reader ? reader.Ask(query) : Whole.Ask(query);

    /// <summary>Hands a request to the lab.</summary>
    /// <exception cref="LabException">It was refused.</exception>
    public JobView Send(LabRequest request) => Reader is { } reader
        ? reader.Send(request)
        : Whole.Send(request, LabSession.Current.CallerIn(handle));

    /// <summary>Takes events until a job has ended, and returns it.</summary>
    public JobView WaitFor(int job) => Seen(Whole.WaitFor(job));

    /// <summary>Takes the next event for somebody who waits for a job.</summary>
    public JobView TakeEventFor(int job, TimeSpan? until = null) => Seen(Whole.TakeEventFor(job, until));

    /// <summary>Moves time.</summary>
    public void AdvanceTo(TimeSpan moment) => Whole.AdvanceTo(moment);

    /// <summary>The audit trail.</summary>
    public IReadOnlyList<AuditRecord> AuditTrail() =>
        Reader is { } reader ? reader.AuditTrail() : Whole.AuditTrail();

    /// <summary>The journal so far, which tells all of the lab.</summary>
    public JournalFile ExportJournal() => All().ExportJournal();

    /// <summary>The whole lab, for who may see all of it.</summary>
    /// <exception cref="LabException">He may not.</exception>
    public Lab All()
    {
        Reader?.DemandAll();
        return Whole;
    }

    private JobView Seen(JobView job) => Reader is { } reader ? reader.View<JobView>(job.Key) ?? job : job;
}
