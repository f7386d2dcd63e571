using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// A lab, and the one door into it. Every method holds the door for one request, one event or one reading, so callers
/// on several threads interleave between these and never within one.
/// </summary>
public sealed partial class Lab : IDisposable
{
    private readonly System.Threading.Lock _door = new();
    private readonly Journal _journal;
    private readonly LabState _state;
    private LabException? _defect;

    /// <summary>Makes an empty lab: no network, no computer, no account.</summary>
    /// <param name="name">Its name in this process.</param>
    /// <param name="seed">What every random draw depends on.</param>
    /// <param name="disks">Where its disks are; the lab disposes it.</param>
    public Lab(string name, long seed, IDiskStore disks)
        : this(name, new LabState(seed, disks), new Journal())
    {
        _journal.Begin(LabState.ModelVersion, seed);
    }

    private Lab(string name, LabState state, Journal journal)
    {
        Name = name;
        _state = state;
        _journal = journal;
    }

    /// <summary>Its name in this process.</summary>
    public string Name { get; }

    /// <summary>The seed that every random draw depends on.</summary>
    public long Seed => _state.Draws.Seed;

    /// <summary>
    /// Counts everything that may have changed the lab: a view read at one version stays true until the next.
    /// </summary>
    public long Version { get; private set; }

    /// <summary>Virtual time since the lab began.</summary>
    public TimeSpan Now => Hold(() => _state.Now);

    /// <summary>
    /// When the next event is due, or the next echo request of a ping without end; null when nothing waits.
    /// </summary>
    public TimeSpan? NextDue => Hold(() => (_state.Scheduler.Queue.NextDue, _state.SteadyPings.NextDue(_state)) switch
    {
        ({ } due, { } echo) => due < echo ? due : echo,
        var (due, echo) => due ?? echo,
    });

    /// <summary>How many events were applied since the lab began.</summary>
    public long EventsApplied => Hold(() => _state.Scheduler.Applied);

    /// <summary>The hash over all inputs and events so far.</summary>
    public string JournalHash => Hold(() => _journal.Hash);

    /// <summary>The views of all entities of a kind, or only of those with a name; ordered by key.</summary>
    /// <param name="name">The exact name, ignoring case; null for all.</param>
    public IReadOnlyList<TView> Views<TView>(string? name = null)
        where TView : class => Report<IReadOnlyList<TView>>(() => [.. LabState.Views.Of<TView>().All(_state, name)]);

    /// <summary>The view of one entity; null where it is gone.</summary>
    public TView? View<TView>(int key)
        where TView : class => Report(() => LabState.Views.Of<TView>().Find(_state, key));

    /// <summary>The names of all entities of a kind with their keys, ordered by key: what completion offers.</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Names<TView>()
        where TView : class => Report<IReadOnlyList<KeyValuePair<int, string>>>(
            () => [.. LabState.Views.Of<TView>().Names(_state)]);

    /// <summary>
    /// What looking for an entity of a name that none has fails with, with the id of the real module.
    /// </summary>
    public static LabException NotFound<TView>(string name)
        where TView : class => LabState.Views.Of<TView>().NotFound.For(name, name);

    /// <summary>The view of what a job made or changed; null where it made nothing or that is gone.</summary>
    public object? ResultOf(JobView job) => job is { ResultKind: { } kind, ResultKey: { } key }
        ? Report(() => LabState.Views.Of(_state, kind, key))
        : null;

    /// <summary>Answers a question. Nothing in the lab changes.</summary>
    public TResult Ask<TResult>(LabQuery<TResult> query) => Report(() => query.Answer(_state));

    /// <summary>
    /// Authorises, validates, records and carries out a request. What takes virtual time goes on afterwards: the job
    /// says so.
    /// </summary>
    /// <exception cref="LabException">It was refused: nothing has changed.</exception>
    public JobView Send(LabRequest request, LabCaller caller)
    {
        try
        {
            return Carry(request, caller);
        }
        finally
        {
            Keeper?.Flush();
        }
    }

    private JobView Carry(LabRequest request, LabCaller caller)
    {
        lock (_door)
        {
            DemandWhole();
            Version++;
            try
            {
                Admit(request, caller);
            }
            catch (LabException refusal)
            {
                Record(JournalKind.Refusal, caller, request, refusal.Error.Key);
                throw;
            }

            Record(JournalKind.Request, caller, request, null, request.IsWhole);
            LabJob job = _state.Jobs.Add(key =>
                new LabJob(key, request.GetType().Name, caller, RequestScript.Of(_state, request), _state.Now));
            Change(() => request.Act(_state, job));
            if (job is { IsGoingOn: false, HasEnded: false })
            {
                job.Complete(_state.Now);
            }

            Watch?.AfterRequest(_state, request);
            return JobView.Of(_state, job);
        }
    }

    /// <summary>
    /// Applies the next event and moves time to it. What goes on steadily until then is caught up with before, and is
    /// no event.
    /// </summary>
    /// <param name="until">Only an event due by then; null for any.</param>
    /// <returns>Whether there was one.</returns>
    public bool TakeEvent(TimeSpan? until = null)
    {
        lock (_door)
        {
            DemandWhole();
            if (_state.Scheduler.Queue.NextDue is not { } due || due > until)
            {
                return false;
            }

            Version++;
            Change(() => _state.SteadyPings.CatchUp(_state, due));
            _state.Scheduler.TryTake(until, out ScheduledEvent<LabEvent> next);
            _journal.Chain(next);
            Change(() => next.Event.Apply(_state));
            Watch?.AfterEvent(_state, next.Event);
            Keeper?.Applied(_state.Scheduler.Applied);
            return true;
        }
    }

    /// <summary>Applies what is due up to a moment, then moves time to it.</summary>
    /// <exception cref="LabException">The moment is past.</exception>
    public void AdvanceTo(TimeSpan moment)
    {
        if (!TryAdvanceTo(moment))
        {
            throw LabErrors.MomentIsPast.For(null);
        }
    }

    /// <summary>Does the same, and returns false where the moment is past.</summary>
    public bool TryAdvanceTo(TimeSpan moment)
    {
        if (moment < Now)
        {
            return false;
        }

        do
        {
            while (TakeEvent(moment))
            {
            }
        }
        while (!TryRest(moment));
        Keeper?.Flush();
        return true;
    }

    /// <summary>Takes events until a job has ended, and returns it.</summary>
    /// <exception cref="LabException">Nothing that waits can end it.</exception>
    public JobView WaitFor(int job)
    {
        JobView view = TakeEventFor(job);
        while (!view.HasEnded)
        {
            view = TakeEventFor(job);
        }

        return view;
    }

    /// <summary>
    /// Takes the next event for somebody who waits for a job, unless that has ended, and returns the job.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="until">Only an event due by then; null for any.</param>
    /// <exception cref="LabException">There is no such job, or nothing that waits can end it.</exception>
    public JobView TakeEventFor(int job, TimeSpan? until = null)
    {
        JobView view = JobOf(job) ?? throw LabErrors.NoSuchJob.For(null);
        if (view.HasEnded)
        {
            return view;
        }

        bool canEnd = CanEnd;
        if (canEnd)
        {
            TakeEvent(until);
        }

        // Another caller may have ended it in between.
        view = JobOf(job)!;
        if (view.HasEnded)
        {
            Keeper?.Flush();
        }

        return canEnd || view.HasEnded ? view : throw LabErrors.NothingEndsTheWait.For(view.Name, view.Name);
    }

    // What somebody sees who waits is not told to anybody.
    private JobView? JobOf(int job) => Hold(() => LabState.Views.Of<JobView>().Find(_state, job));

    /// <summary>
    /// Kills the process that holds the lab when a fault says so, as nothing else could: whoever sets it lets that
    /// happen. Null, as in every lab that is new, read or made again from a journal, lets such a fault do nothing.
    /// </summary>
    public Action? ProcessKiller
    {
        get => Hold(() => _state.ProcessKiller);
        set => Hold(() => _state.ProcessKiller = value);
    }

    /// <summary>Who looks at the lab after everything that changes it; null for nobody.</summary>
    internal ILabWatch? Watch { get; set; }

    /// <summary>Whether anything waits that is not merely repeated without end.</summary>
    public bool CanEnd => Hold(() => _state.Scheduler.Queue.ForegroundCount > 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_state.Disks.Folder is not null && _defect is null)
        {
            WriteOwedBytes();
        }

        _state.Disks.Dispose();
    }

    // Acts and events may not throw. Should one, the lab is half changed: going on would make that worse.
    private void Change(Action change)
    {
        try
        {
            change();
        }
        catch (Exception failure)
        {
            _defect = LabErrors.LabHasDefect.For(Name, failure.Message);
            throw;
        }
    }

    private void DemandWhole()
    {
        if (_defect is { } defect)
        {
            throw defect;
        }
    }

    // False where another caller has put something before the moment since the last event was taken.
    private bool TryRest(TimeSpan moment)
    {
        lock (_door)
        {
            if (_state.Scheduler.Queue.NextDue <= moment)
            {
                return false;
            }

            if (moment >= _state.Now)
            {
                Rest(moment);
            }

            return true;
        }
    }

    private void Rest(TimeSpan moment)
    {
        Version++;
        Change(() => _state.SteadyPings.CatchUp(_state, moment));
        _state.Scheduler.AdvanceTo(moment);
        var entry = new JournalEntry(JournalKind.Advance, _state.Scheduler.Applied, null, null, null, moment);
        Record(entry, isWhole: true);
    }

    private void Admit(LabRequest request, LabCaller caller)
    {
        Admission admission = Door.Admit(_state, request, caller);
        try
        {
            request.Validate(_state, admission.Acting);
            WriteFiles(request, admission.Acting);
        }
        catch (LabException refusal) when (admission.Rights is { } rights)
        {
            throw Veil.Of(_state, rights.Sees, rights.OwnNames).Over(refusal, request.ToString());
        }
    }

    private void WriteFiles(LabRequest request, LabCaller caller)
    {
        try
        {
            request.Write(_state, caller);
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.StoreFailed.For(null, failure.Message);
        }
    }

    private void Record(
        JournalKind kind, LabCaller caller, LabRequest request, string? errorKey, bool isWhole = true)
    {
        var entry = new JournalEntry(kind, _state.Scheduler.Applied, caller, request, errorKey, null)
        {
            At = kind == JournalKind.Refusal ? _state.Now : null,
        };
        Record(entry, isWhole);
    }

    private void Record(JournalEntry entry, bool isWhole)
    {
        _journal.Record(entry);
        Keeper?.Record(new KeptInput(_journal.Entries.Count, entry, _journal.Hash, isWhole));
    }

    private T Hold<T>(Func<T> read)
    {
        lock (_door)
        {
            return read();
        }
    }
}
