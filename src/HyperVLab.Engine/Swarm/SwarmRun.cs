using System.Security.Cryptography;
using System.Text;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>Plays one schedule: the steps, then the repair, then the wait until all is online again.</summary>
internal sealed class SwarmRun
{
    private readonly Lab _lab;
    private readonly SwarmTargets _targets;
    private readonly SwarmPlan _plan;
    private readonly SwarmReport _figures = new() { Seeds = 1 };
    private readonly SwarmObserver _observer;
    private readonly TimeSpan _start;

    private SwarmRun(Lab lab, SwarmTargets targets, SwarmPlan plan)
    {
        _lab = lab;
        _targets = targets;
        _plan = plan;
        _observer = new SwarmObserver(_figures);
        _start = lab.Now;
        lab.Watch = _observer;
    }

    private bool IsOver => _observer.Violation is not null;

    /// <summary>Plays a schedule on a lab of its fabric.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="targets">What there is in it.</param>
    /// <param name="plan">The schedule.</param>
    /// <param name="options">How it is played.</param>
    public static SwarmOutcome Play(Lab lab, SwarmTargets targets, SwarmPlan plan, SwarmOptions options)
    {
        if (options.Weaken is { } weaken)
        {
            lab.Ask(new WeakenedGuards(weaken));
        }

        var run = new SwarmRun(lab, targets, plan);
        Violation? thrown = run.PlayAll();
        return run.Outcome(thrown, options);
    }

    private Violation? PlayAll()
    {
        try
        {
            PlaySteps();
            Heal();
            Converge();
            _lab.Ask(new SwarmReading(state =>
            {
                _observer.End(state);
                return [];
            }));
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            string message = $"{failure.GetType().Name}: {failure.Message}";
            return new Violation(LabInvariant.NothingThrows, failure.TargetSite?.Name ?? "lab", message);
        }
    }

    private void PlaySteps()
    {
        foreach (SwarmStep step in _plan.Steps)
        {
            Advance(_start + step.At);
            if (IsOver)
            {
                return;
            }

            if (Send(step.Request))
            {
                _figures.CountStep(step.Kind, 1);
            }
        }

        Advance(_start + _plan.Length);
    }

    private void Heal()
    {
        foreach (SwarmRepair repair in SwarmRepairs.Of(_plan, _targets))
        {
            if (IsOver)
            {
                return;
            }

            foreach (LabRequest request in _lab.Ask(new SwarmReading(repair.Requests)))
            {
                Send(request);
            }

            Advance(_lab.Now + repair.Wait);
        }
    }

    private void Converge()
    {
        TimeSpan repaired = _lab.Now;
        TimeSpan deadline = repaired + SwarmSettings.ConvergenceBound;
        IReadOnlyList<Violation> left = NotConverged();
        while (left.Count > 0 && _lab.Now < deadline && !IsOver)
        {
            Advance(_lab.Now + SwarmSettings.ConvergenceInterval);
            left = NotConverged();
        }

        if (left.Count == 0)
        {
            _figures.Convergence.Add(_lab.Now - repaired);
        }
        else if (!IsOver)
        {
            _lab.Ask(new SwarmReading(state =>
            {
                _observer.Report(state, left);
                return [];
            }));
        }
    }

    private IReadOnlyList<Violation> NotConverged()
    {
        IReadOnlyList<Violation> left = [];
        _lab.Ask(new SwarmReading(state =>
        {
            left = Convergence.Check(state, vm => SwarmRepairs.MayBeDown(_plan, _targets, vm.Key));
            return [];
        }));
        return left;
    }

    private bool Send(LabRequest request)
    {
        try
        {
            _lab.Send(request, _targets.Caller);
            _figures.Requests++;
            return true;
        }
        catch (LabException)
        {
            _figures.Refusals++;
            return false;
        }
    }

    // Like Lab.AdvanceTo, which would not stop where something is found.
    private void Advance(TimeSpan moment)
    {
        while (!IsOver && _lab.TakeEvent(moment))
        {
        }

        if (!IsOver && _lab.Now < moment)
        {
            _lab.AdvanceTo(moment);
        }
    }

    private SwarmOutcome Outcome(Violation? thrown, SwarmOptions options)
    {
        Violation? violation = thrown ?? _observer.Violation;
        TimeSpan at = (thrown is null && _observer.Violation is not null ? _observer.ViolatedAt : _lab.Now) - _start;
        _figures.VirtualTime = _lab.Now - _start;
        (_figures.PingsSent, _figures.PingsLost) = _lab.Ask(new SwarmPingsQuery());
        string? state = options.Verify ? _lab.StateHash : null;
        string journal = _lab.JournalHash;
        _figures.Mix(SHA256.HashData(Encoding.UTF8.GetBytes($"{_plan.Seed} {journal} {violation?.Message}")));
        return new SwarmOutcome(violation, at, journal, state, _figures);
    }
}
