using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Faults.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Swarm;

/// <summary>Watches a run: checks the invariants after every event, and takes down which guests answer.</summary>
internal sealed class SwarmObserver(SwarmReport figures) : ILabWatch
{
    private readonly InvariantWatch _watch = new();
    private readonly List<Guest> _guests = [];

    /// <summary>The first thing that did not hold.</summary>
    public Violation? Violation { get; private set; }

    /// <summary>When that was.</summary>
    public TimeSpan ViolatedAt { get; private set; }

    /// <summary>Something was found not to hold.</summary>
    public void Report(LabState lab, IReadOnlyList<Violation> violations)
    {
        if (Violation is null && violations.Count > 0)
        {
            (Violation, ViolatedAt) = (violations[0], lab.Now);
        }
    }

    /// <inheritdoc/>
    public void AfterRequest(LabState lab, LabRequest request) => Look(lab, null);

    /// <inheritdoc/>
    public void AfterEvent(LabState lab, LabEvent happening)
    {
        figures.Events++;
        figures.FaultsBegun += happening is FaultBegins ? 1 : 0;
        Look(lab, happening);
    }

    /// <summary>The run is over: who is still down has been down until now.</summary>
    public void End(LabState lab)
    {
        Report(lab, Invariants.Check(lab));
        foreach (Guest guest in _guests)
        {
            if (guest.Cause is { } cause)
            {
                figures.DowntimeOf(cause).Add(lab.Now - guest.DownAt);
            }
        }
    }

    private void Look(LabState lab, LabEvent? happening)
    {
        if (Violation is null)
        {
            Report(lab, _watch.Check(lab));
        }

        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            while (_guests.Count <= vm.Key.Number)
            {
                _guests.Add(new Guest());
            }

            Guest guest = _guests[vm.Key.Number];
            bool isUp = vm is { HasRunningGuest: true, HangFaults: 0 };
            if (isUp != guest.IsUp)
            {
                Note(lab, vm, guest, isUp, happening);
            }
        }
    }

    private void Note(LabState lab, VirtualMachine vm, Guest guest, bool isUp, LabEvent? happening)
    {
        guest.IsUp = isUp;
        if (!isUp)
        {
            (guest.DownAt, guest.Host, guest.Cause) = (lab.Now, vm.Computer, CauseOf(lab, vm, happening));
        }
        else if (guest.Cause is { } cause)
        {
            figures.DowntimeOf(cause).Add(lab.Now - guest.DownAt);
            if (guest.Host != vm.Computer)
            {
                figures.Failovers.Add(lab.Now - guest.DownAt);
            }

            guest.Cause = null;
        }
    }

    // Null where somebody asked for it: by a request, or by what a host or cluster does to move what it was told.
    private static string? CauseOf(LabState lab, VirtualMachine vm, LabEvent? happening) => happening switch
    {
        null => null,
        FaultBegins { Fault: var fault } => lab.Faults.Find(fault)?.Kind.ToString() ?? "Fault",
        _ when vm.Migration is not null => null,
        _ when vm is { State: VMState.Stopping or VMState.Saving or VMState.Paused } => null,
        _ => happening.GetType().Name,
    };

    private sealed class Guest
    {
        public bool IsUp { get; set; }

        public TimeSpan DownAt { get; set; }

        public string? Cause { get; set; }

        public Key<PhysicalComputer> Host { get; set; }
    }
}
