using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>A volume's free space crossed one of the limits at which Hyper-V acts.</summary>
internal sealed record VolumeFullnessChanged(Key<Volume> Volume, VolumeFullness From, VolumeFullness To) : LabNotice;
