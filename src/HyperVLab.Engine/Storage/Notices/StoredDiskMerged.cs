using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>All that a disk holds was written into one below it; its file is about to go.</summary>
internal sealed record StoredDiskMerged(Key<StoredFile> Merged, Key<StoredFile> Into) : LabNotice;
