using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>The accounts of the directory.</summary>
    public Table<Account> Accounts { get; } = new();

    /// <summary>Hosts, domain controller and workstation.</summary>
    public Table<PhysicalComputer> Computers { get; } = new();
}
