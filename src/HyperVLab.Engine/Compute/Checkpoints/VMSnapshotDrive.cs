using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A hard disk drive as a checkpoint keeps it.</summary>
/// <param name="ControllerType">Which kind of controller it hangs on.</param>
/// <param name="ControllerNumber">Which controller of that kind, from 0.</param>
/// <param name="ControllerLocation">Which place on that controller, from 0.</param>
/// <param name="Path">The virtual hard disk's file, as a path of the machine's host.</param>
/// <param name="File">That file; null once it is gone.</param>
public sealed record VMSnapshotDrive(
    ControllerType ControllerType, int ControllerNumber, int ControllerLocation, string Path, Key<StoredFile>? File)
    : IPlacedDrive;
