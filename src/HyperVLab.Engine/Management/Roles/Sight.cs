using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What a member of user roles sees of a lab, until it changes.</summary>
internal sealed class Sight
{
    private readonly LabState _lab;
    private readonly CallerRights _rights;
    private readonly Dictionary<IKey, bool> _sees = [];

    private Sight(LabState lab, CallerRights rights)
    {
        _lab = lab;
        _rights = rights;
    }

    /// <summary>A caller's sight; null for an administrator of the lab, who sees all.</summary>
    /// <exception cref="LabException">He has no user role, or no server answers him.</exception>
    public static Sight? Of(LabState lab, LabCaller caller) =>
        CallerRights.Of(lab, caller) is { } rights ? new Sight(lab, rights) : null;

    /// <summary>Whether he sees what is under a key.</summary>
    public bool Sees(IKey key)
    {
        if (!_sees.TryGetValue(key, out bool sees))
        {
            _sees.Add(key, sees = _rights.Sees(key));
        }

        return sees;
    }

    /// <summary>Whether he sees a line of the audit trail, by who asked and the job.</summary>
    public bool SeesRecord(LabCaller caller, LabJob? job) => caller.Account == _rights.Account.Key
        || _rights.Has(UserRoleProfile.Administrator)
        || (job is not null && Sees(job.Key));

    /// <summary>What he may be shown of a view, list or text.</summary>
    public T Over<T>(T shown)
        where T : notnull => (T)VeiledViews.Over(Counted(shown), Veil)!;

    /// <summary>The answer to a question, as far as it is about what he sees.</summary>
    /// <exception cref="LabException">He may not ask it, or what it is about is not there for him.</exception>
    public TResult Answer<TResult>(LabState lab, LabQuery<TResult> query)
    {
        QueryRight right = QueryRights.Of(query) ?? throw LabErrors.AccessDenied.For(null);
        if (right.IsOfFabric && _rights.Roles.All(static role => role.Profile == UserRoleProfile.SelfServiceUser))
        {
            throw LabErrors.AccessDenied.For(null);
        }

        foreach (IKey key in right.Keys(lab, query))
        {
            if (!Sees(key))
            {
                throw RequestKeys.Missing(key);
            }
        }

        foreach ((Key<PhysicalComputer> computer, string path) in right.Paths(query))
        {
            HostPaths.Demand(lab, computer, path, key => Sees(key));
        }

        string[] known = [.. right.Knows(lab, query)];
        Veil veil = known.Length == 0 ? Veil : VeilBut(known);
        try
        {
            object? answer = query.Answer(lab);
            return answer is null ? default! : (TResult)VeiledViews.Over(right.Choose(answer, this), veil)!;
        }
        catch (LabException refusal)
        {
            throw veil.Over(refusal, query.ToString() ?? string.Empty);
        }
    }

    private Veil Veil => field ??= VeilBut([]);

    private Veil VeilBut(IEnumerable<string> known) =>
        Veil.Of(_lab, Sees, [.. _rights.OwnNames, .. LibraryServers(), .. known]);

    // Whoever has a share of the library writes its path.
    private IEnumerable<string> LibraryServers() => _lab.LibraryServers
        .Where(server => Sees(server.Key)
            || _lab.LibraryShares.Any(share => share.LibraryServer == server.Key && Sees(share.Key)))
        .Select(server => _lab.NameOf(server.Computer));

    // A number of things says how many there are outside.
    private object Counted<T>(T shown)
        where T : notnull => shown is VmmServerView server
            ? server with
            {
                HostCount = _lab.ManagedComputers.Count(one =>
                    one.IsHost && one.Server.Number == server.Key && Sees(one.Computer)),
            }
            : shown;
}
