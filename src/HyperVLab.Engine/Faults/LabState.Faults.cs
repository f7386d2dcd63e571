using HyperVLab.Engine.Faults;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>What breaks, is going to, or was broken.</summary>
    public Table<Fault> Faults { get; } = new();
}
