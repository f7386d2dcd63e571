using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>
/// Some computer's way to a volume may be another from now on: who reads or writes there asks
/// <see cref="VolumeRoutes"/> again.
/// </summary>
internal sealed record VolumeRouteChanged(Key<Volume> Volume) : LabNotice;
