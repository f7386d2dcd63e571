using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>A LUN has gone from computers, or has come back, with the paths to its array as they were.</summary>
internal sealed record LunReachChanged(Key<Lun> Lun) : LabNotice;
