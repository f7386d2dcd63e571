using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>A path between a computer and an array went down or came back.</summary>
internal sealed record StoragePathChanged(Key<StoragePath> Path) : LabNotice;
