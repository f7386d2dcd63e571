using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine;

/// <summary>
/// A lab as one caller sees it: what is not in the scope of his user roles is not there, by name, by number or in what
/// is said of other things. An administrator of the lab sees all, at no cost.
/// </summary>
public sealed class ScopedLab
{
    private readonly Lab _lab;
    private (long Version, Sight? Sight) _seen = (-1, null);

    internal ScopedLab(Lab lab, LabCaller caller)
    {
        _lab = lab;
        Caller = caller;
    }

    /// <summary>Who it is.</summary>
    public LabCaller Caller { get; }

    /// <summary>Whether it is of that lab.</summary>
    public bool IsOf(Lab lab) => _lab == lab;

    /// <summary>The views of all entities of a kind, or only of those with a name; ordered by key.</summary>
    /// <param name="name">The exact name, ignoring case; null for all.</param>
    /// <exception cref="LabException">The caller has no user role, or no server answers him.</exception>
    public IReadOnlyList<TView> Views<TView>(string? name = null)
        where TView : class => _lab.Read<IReadOnlyList<TView>>(lab =>
            SightOf(lab) is { } sight
                ? [.. LabState.Views.Of<TView>().All(lab, name, sight.Sees).Select(sight.Over)]
                : [.. LabState.Views.Of<TView>().All(lab, name)]);

    /// <summary>The view of one entity; null where it is gone.</summary>
    /// <exception cref="LabException">The caller has no user role, or no server answers him.</exception>
    public TView? View<TView>(int key)
        where TView : class => _lab.Read(lab =>
            SightOf(lab) is not { } sight ? LabState.Views.Of<TView>().Find(lab, key)
            : sight.Sees(LabState.Views.Of<TView>().KeyOf(key)) && LabState.Views.Of<TView>().Find(lab, key) is { } view
                ? sight.Over(view)
                : null);

    /// <summary>The names of all entities of a kind with their keys, ordered by key: what completion offers.</summary>
    /// <exception cref="LabException">The caller has no user role, or no server answers him.</exception>
    public IReadOnlyList<KeyValuePair<int, string>> Names<TView>()
        where TView : class => _lab.Read<IReadOnlyList<KeyValuePair<int, string>>>(lab =>
        {
            IViewSource<TView> source = LabState.Views.Of<TView>();
            return SightOf(lab) is { } sight
                ? [.. source.Names(lab)
                    .Where(pair => sight.Sees(source.KeyOf(pair.Key)))
                    .Select(pair => KeyValuePair.Create(pair.Key, sight.Over(pair.Value)))]
                : [.. source.Names(lab)];
        });

    /// <summary>The view of what a job made or changed; null where it made nothing or that is gone.</summary>
    /// <exception cref="LabException">The caller has no user role, or no server answers him.</exception>
    public object? ResultOf(JobView job) => job is not { ResultKind: { } kind, ResultKey: { } number }
        ? null
        : _lab.Read(lab =>
            SightOf(lab) is not { } sight ? LabState.Views.Of(lab, kind, number)
            : LabState.Views.KeyOf(kind, number) is { } key && sight.Sees(key)
                && LabState.Views.Of(lab, kind, number) is { } view
                ? sight.Over(view)
                : null);

    /// <summary>Answers a question. Nothing in the lab changes.</summary>
    /// <exception cref="LabException">The caller may not ask it, or it cannot be answered.</exception>
    public TResult Ask<TResult>(LabQuery<TResult> query) => _lab.Read(lab =>
        SightOf(lab) is { } sight ? sight.Answer(lab, query) : query.Answer(lab));

    /// <summary>Hands a request to the lab.</summary>
    /// <exception cref="LabException">It was refused: nothing has changed.</exception>
    public JobView Send(LabRequest request)
    {
        JobView job = _lab.Send(request, Caller);
        return _lab.Read(lab => SightOf(lab) is { } sight ? sight.Over(job) : job);
    }

    /// <summary>The lines of the audit trail about his own requests, and about what changed what he sees.</summary>
    /// <exception cref="LabException">The caller has no user role, or no server answers him.</exception>
    public IReadOnlyList<AuditRecord> AuditTrail() => _lab.Read(SightOf) is { } sight
        ? [.. _lab.AuditTrail((_, caller, job) => sight.SeesRecord(caller, job)).Select(sight.Over)]
        : _lab.AuditTrail();

    /// <summary>Refuses who is no administrator of the lab: what is asked for shows all of it.</summary>
    /// <exception cref="LabException">He is none.</exception>
    public void DemandAll()
    {
        if (_lab.Read(lab => CallerRights.Of(lab, Caller)) is not null)
        {
            throw LabErrors.AccessDenied.For(null);
        }
    }

    private Sight? SightOf(LabState lab)
    {
        if (_seen.Version != _lab.Version)
        {
            _seen = (_lab.Version, Sight.Of(lab, Caller));
        }

        return _seen.Sight;
    }
}
