using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>
/// Checks a lab after every event at a cost that grows with what the event changed. Capacity and clusters are looked at
/// each time, a machine when its state, place or drives are not what they were, and everything after every
/// <see cref="ProofSettings.EventsBetweenFullChecks"/> events and at the end.
/// </summary>
internal sealed class InvariantWatch
{
    private readonly WriterTable _writers = new();
    private readonly List<Seen?> _seen = [];
    private int _untilFull = ProofSettings.EventsBetweenFullChecks;

    /// <summary>What does not hold after an event or a request.</summary>
    public IReadOnlyList<Violation> Check(LabState lab)
    {
        var findings = new Findings();
        Invariants.CheckLight(lab, findings);
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (HasChanged(lab, vm))
            {
                MachineInvariants.Check(lab, vm, findings);
                _writers.Follow(lab, vm, findings);
            }
        }

        if (--_untilFull <= 0)
        {
            _untilFull = ProofSettings.EventsBetweenFullChecks;
            return [.. findings.Violations, .. Invariants.Check(lab)];
        }

        return findings.Violations;
    }

    private bool HasChanged(LabState lab, VirtualMachine vm)
    {
        while (_seen.Count <= vm.Key.Number)
        {
            _seen.Add(null);
        }

        if (_seen[vm.Key.Number] is { } before)
        {
            return before.Update(lab, vm);
        }

        _seen[vm.Key.Number] = new Seen(lab, vm);
        return true;
    }

    private sealed class Seen
    {
        private PhysicalComputer? _host;
        private VMHardDiskDrive? _drive;
        private VMState _state;
        private ComputerState _hostState;
        private IReadOnlyList<Key<VMHardDiskDrive>> _drives = [];
        private string? _path;

        public Seen(LabState lab, VirtualMachine vm) => Update(lab, vm);

        // Whether anything is new. Lists and paths are replaced when they change, never changed; and a row stays one
        // object, so it need not be looked up for each of a thousand machines after each event.
        public bool Update(LabState lab, VirtualMachine vm)
        {
            if (_state == vm.State && ReferenceEquals(_drives, vm.HardDrives) && _host?.Key == vm.Computer
                && _hostState == _host.State && ReferenceEquals(_path, _drive?.Path))
            {
                return false;
            }

            _host = lab.Computers[vm.Computer];
            _drive = vm.HardDrives.Count > 0 ? lab.VMHardDiskDrives[vm.HardDrives[0]] : null;
            (_state, _hostState, _drives, _path) = (vm.State, _host.State, vm.HardDrives, _drive?.Path);
            return true;
        }
    }
}
