using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>A migration ended: the machine is on the target, or still on the source.</summary>
internal sealed record MigrationEnded(Key<Migration> Migration, bool Succeeded) : LabNotice;
