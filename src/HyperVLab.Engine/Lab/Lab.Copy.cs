using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>
    /// A lab in the same state with the same history, which shares nothing with this one that changes: much cheaper
    /// than to export and import it.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="disks">Where its disks are: a copy of this lab's.</param>
    internal Lab CopyTo(string name, IDiskStore disks) => Hold(() =>
    {
        DemandWhole();
        var state = new LabState(Seed, disks);
        for (int index = 0; index < state.Tables.Count; index++)
        {
            state.Tables[index].Value.CopyFrom(_state.Tables[index].Value);
        }

        Scheduler<LabEvent> clock = _state.Scheduler;
        state.Scheduler.Restore(clock.Now, clock.Applied, clock.Queue.NextSequence, clock.Queue.ToList());
        return new Lab(name, state, _journal.Copy());
    });
}
