using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>
/// A live migration has handed the machine over: from now on it is the target's, whatever becomes of either host.
/// </summary>
internal sealed record MigrationHandedOver(Key<Migration> Migration) : LabNotice;
