using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>Computers' ways to a LUN as a whole disk may be others now.</summary>
/// <param name="Lun">The LUN.</param>
internal sealed record LunRouteChanged(Key<Lun> Lun) : LabNotice;
