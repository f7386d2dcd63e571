using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using HyperVLab.Engine;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Session;

/// <summary>
/// What one runspace has chosen: its current lab, and the host at which it sits. Parallel runspaces choose apart.
/// </summary>
internal sealed class LabSession
{
    private static readonly ConditionalWeakTable<Runspace, LabSession> s_sessions = [];
    private static readonly LabSession s_none = new();

    private readonly ConditionalWeakTable<LabHandle, string> _hosts = [];
    private readonly ConditionalWeakTable<LabHandle, LabCaller> _accounts = [];
    private readonly ConditionalWeakTable<LabHandle, ScopedLab> _readers = [];
    private LabHandle? _selected;

    /// <summary>The session of the runspace that is running.</summary>
    public static LabSession Current => Runspace.DefaultRunspace is { } runspace
        ? s_sessions.GetOrCreateValue(runspace)
        : s_none;

    /// <summary>The current lab: the one selected, or the only one; null where that names none.</summary>
    public LabHandle? Selected
    {
        get
        {
            IReadOnlyList<LabHandle> all = LabRegistry.All;
            return _selected is { } lab && all.Contains(lab) ? lab : all.Count == 1 ? all[0] : null;
        }
        set => _selected = value;
    }

    /// <summary>The current lab.</summary>
    /// <exception cref="LabException">There is none yet, or there are several and none is selected.</exception>
    public LabHandle Lab => Selected ?? throw (LabRegistry.All is { Count: > 0 } several
        ? ModuleErrors.NoLabSelected.For(null, string.Join(", ", several.Select(lab => lab.Lab.Name)))
        : ModuleErrors.NoLab.For(null));

    /// <summary>The host that is "this computer" in a lab, by name; null at the admin's workstation.</summary>
    public string? HostIn(LabHandle lab) => _hosts.TryGetValue(lab, out string? host) ? host : null;

    /// <summary>Makes a host "this computer", or the workstation again.</summary>
    public void Enter(LabHandle lab, string? host)
    {
        if (host is null)
        {
            _hosts.Remove(lab);
        }
        else
        {
            _hosts.AddOrUpdate(lab, host);
        }
    }

    /// <summary>Who is signed in to a lab, and by which role; null for the lab's administrator.</summary>
    public LabCaller? AccountIn(LabHandle lab) => _accounts.TryGetValue(lab, out LabCaller? account) ? account : null;

    /// <summary>Signs an account in, or makes the lab's administrator ask again.</summary>
    public void SignIn(LabHandle lab, LabCaller? account)
    {
        if (account is null)
        {
            _accounts.Remove(lab);
        }
        else
        {
            _accounts.AddOrUpdate(lab, account);
        }
    }

    /// <summary>The lab as who is signed in sees it; null where nobody is, and all is seen.</summary>
    public ScopedLab? ReaderIn(LabHandle lab)
    {
        if (AccountIn(lab) is null)
        {
            return null;
        }

        LabCaller caller = CallerIn(lab);
        if (_readers.TryGetValue(lab, out ScopedLab? known) && known.Caller == caller && known.IsOf(lab.Whole))
        {
            return known;
        }

        ScopedLab reader = lab.Whole.As(caller);
        _readers.AddOrUpdate(lab, reader);
        return reader;
    }

    /// <summary>Who asks: the lab's administrator or who is signed in, at "this computer".</summary>
    public LabCaller CallerIn(LabHandle lab)
    {
        LabCaller usual = lab.Whole.Ask(new DefaultCaller { ComputerName = HostIn(lab) });
        return AccountIn(lab) is { } account ? account with { Computer = usual.Computer } : usual;
    }
}
