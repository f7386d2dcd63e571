namespace HyperVLab.Engine.Compute;

/// <summary>A DVD drive as a checkpoint keeps it.</summary>
/// <param name="ControllerType">Which kind of controller it hangs on.</param>
/// <param name="ControllerNumber">Which controller of that kind, from 0.</param>
/// <param name="ControllerLocation">Which place on that controller, from 0.</param>
/// <param name="Path">The image that was in it; null while it was empty.</param>
public sealed record VMSnapshotDvdDrive(
    ControllerType ControllerType, int ControllerNumber, int ControllerLocation, string? Path) : IPlacedDrive;
