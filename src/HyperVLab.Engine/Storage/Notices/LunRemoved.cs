using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>A LUN is about to go, with everything on it; it still stands in its table.</summary>
internal sealed record LunRemoved(Key<Lun> Lun) : LabNotice;
