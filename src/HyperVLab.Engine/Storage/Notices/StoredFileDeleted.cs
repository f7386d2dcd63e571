using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Notices;

/// <summary>A file is about to go; it still stands in its table. Who refers to it lets go.</summary>
internal sealed record StoredFileDeleted(Key<StoredFile> File) : LabNotice;
